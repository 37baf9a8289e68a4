# Stories of the demo bank
demo-story-break-fx-fund = Wants to break a deposit and buy dollars and a fund
demo-story-bounced-cheque = A cheque bounced: no credit, other offers stay open
demo-story-ivr-card-limit = Said yes to a card limit in the voice menu
demo-story-wedding = Is getting married and saving for it
demo-story-military-service = Leaves for military service next month
demo-story-cancellation = Wants to cancel the card
demo-story-duplicate-pair = One person, two customer numbers
demo-story-twins = Twins: one day, one address, two people
demo-story-bad-mood = Was angry yesterday: no sales, service goes on
demo-story-complaint-closes-sales = Has an open complaint: a call promised for 17:00 today
demo-story-atm-refusal = The cash machine refused twice last night
demo-story-missing-contact-data = Contact and identity data are missing
demo-story-company-three-contacts = A company with three people who speak for it
