# tekil demo
demo-about = Fills an empty store with a demo bank of invented people
demo-customers = how many customers (50 to 5,000,000; 1,000 if left out)
demo-seed = the seed: same seed and day, same bank (42 if left out)
demo-real-pack = { $pack } is a real bank's pack; a demo bank is made under the demo pack only. Leave out --pack.
demo-not-empty = The store is not empty: { $path }. A demo bank is written to an empty store only; name another folder with --store.
demo-unfinished = The making of the demo bank was cut off: { $path }. Delete the folder, then type tekil demo.
demo-progress = Demo bank
demo-done = The demo bank is ready: { $path } · { $customers } customers, { $accounts } accounts, { $transactions } transactions, { $complaints } complaints
demo-stories = Stories:
demo-open = To open it, in a terminal: tekil{ $again }
# Stories of the demo bank
demo-story-break-fx-fund = Breaks a deposit to buy dollars and a fund
demo-story-bounced-cheque = A cheque bounced: no credit, other offers open
demo-story-ivr-card-limit = Said yes to a card limit in the voice menu
demo-story-wedding = Is getting married and saving for it
demo-story-military-service = Leaves for military service next month
demo-story-cancellation = Wants to cancel the card
demo-story-duplicate-pair = One person, two customer numbers
demo-story-twins = Twins: one day, one address, two people
demo-story-bad-mood = Was angry yesterday: no sales, service goes on
demo-story-complaint-closes-sales = Open complaint: call back promised by 17:00 today
demo-story-atm-refusal = The cash machine refused twice last night
demo-story-missing-contact-data = Contact and identity data are missing
demo-story-company-three-contacts = A company with three people who speak for it
