# The workstation around the one screen

# Start and find
desk-program = tekil
desk-find = FIND
desk-find-by = Name (misspelt is fine), customer no, TCKN, phone, IBAN, card's last 4
desk-found-of = { $total } people · { $customers } customers
desk-customers = { $customers } customers
desk-found-no-number = Nobody found. Phone, ID and IBAN in full; of a customer no. the end will do.
desk-found-nobody = Nobody found. Type fewer letters, or find by a number.
desk-stories = Demo stories: a digit opens one, / finds anybody
desk-work = MY WORK LEFT
desk-work-none = No work is left today.
desk-calls = CALL, BECAUSE
desk-calls-none = Nobody to call today.
desk-quoted = "{ $text }"
desk-opening = The bank is opening; what you type is kept.
desk-opening-customer = Opening customer { $customer }
desk-search-loading = Search is getting ready; a customer number opens already.
desk-not-a-number = “{ $text }” is no customer number; type digits only.
desk-no-work = No work is left today.
desk-draft-left = Left half done: { $name }, { $flow } { $step }/{ $steps }.
desk-draft-left-keys = To the list: { $keys }
desk-draft-left-short = Half done: { $name } { $step }/{ $steps }
desk-no-lists = This role has no list of work; press { $key } to find a customer.
desk-no-customers = This role has no customer screens. What it can do: { $help } · to leave: { $leave }

# Lists and details
desk-list-unknown = No source has delivered this: it does not mean there is none.
desk-list-empty = No records.
desk-list-no-match = No record fits the filter; an empty filter brings all back.
desk-list-filter = filter: { $text }
desk-refused = REFUSED: { $reason }
desk-why = WHY
desk-decided-with = Rule { $item } · pack { $policy } · model { $model }
desk-hint-detail = details
desk-hint-state = status
desk-hint-withdraw = withdraw
desk-mend-elsewhere = { $what }: ask the customer, have the bank's contact record corrected.
desk-nothing-to-explain = There is no alert or offer here to explain.
desk-too-deep = Too many screens over each other; go back with { $key }.

# Pop-ups
desk-help = KEYS
desk-help-foot = Keys work here too
desk-help-foot-first = Any key closes this first
desk-palette = COMMAND
desk-palette-none = There is no such command.
desk-palette-nothing = No command or flow is called “{ $text }”; nothing was done.
desk-menu-foot = Esc cancel
desk-leave = BEFORE YOU LEAVE: { $left } LEFT TO DO

# Words after the keys of a pop-up
desk-foot-field = field
desk-foot-show = show, 10 s
desk-foot-cancel = cancel
desk-foot-leave = leave
desk-foot-stay = stay
desk-foot-back = back
desk-foot-next = next
desk-foot-page = next page
desk-foot-close = close
desk-nth = { $nth }/{ $count }

# One field revealed
desk-reveal = REVEAL A FIELD
desk-reveal-why = Reason
desk-reveal-reason = Type the reason: the look is recorded with it.
desk-reveal-unknown = No source has delivered this field.
desk-revealed = { $field }: { $value }   (10 s, recorded)
desk-field-name = Full name
desk-field-number = Customer no
desk-field-identity = Identity no
desk-field-mobile = Mobile

# What just happened
desk-keys-waiting = Waiting for an answer; no more than { $most } keys were kept. Go on when the screen comes.
desk-field-full = The field is full: { $most } letters at most.
desk-not-yet = { $action }: not in this version.
desk-not-here = { $action }: does nothing here.
desk-unknown-theme = There is no theme “{ $name }”; type mono or accent.
desk-theme-is = Theme: { $name }.
desk-rebuilding = The index is being rebuilt from the journal: { $percent }%
desk-no-shell = There is no shell to go back to in this window; Ctrl-D leaves.
desk-paste-lost = The paste never ended; none of it was taken. Paste again.
desk-was-cut-off = The program was cut off last time; everything that was saved is here.
desk-was-cut-off-receipt = Cut off; what was saved is here. Your last receipt: { $receipt }, { $at }.
desk-was-cut-off-saving = Cut off while saving: one unconfirmed record was dropped. Check your last work.
desk-was-rebuilt = The index of the records was made again; the records were not touched.
desk-search-failed = The names for search cannot be read ({ $cause }); open by customer number.

# Flows
desk-told = { $text }
desk-step = Screen { $step }/{ $steps }
desk-new-price = NEW PRICE
desk-new-price-how = old → new; read the sentence again
desk-awaiting = WAITING  { $amount } > your limit { $limit } · sent { $asked } · until { $until }
desk-awaiting-short = WAITING  { $amount } > { $limit } · { $asked } · until { $until }
desk-reviewing = asked by { $maker }, { $asked } · { $amount } > their limit { $limit } · price until { $until }
desk-reviewing-short = { $maker } · { $amount } > { $limit } · { $asked } · until { $until }
desk-review-question = Supervisor's approval
desk-review-answer = Read first; Y approves, N sends back, then Enter.
desk-review-first = Read the last screen first; approve or send back there.
desk-answer-yes = Y
desk-answer-no = N
desk-approvals = WAITING FOR APPROVAL
desk-approvals-none = Nothing waits for approval.
desk-alternatives = OPTIONS
desk-send-back = SEND BACK
desk-ended-whole = DONE
desk-ended-half = HALF
desk-ended-reversed = TAKEN BACK
desk-receipt-no = receipt { $receipt }
desk-task-today = task { $task } opened ({ $unit }, today { $time })
desk-task-later = task { $task } opened ({ $unit }, { $day } { $time })
desk-plain-chosen = chosen
desk-plain-empty = empty
desk-leave-flow = BEFORE YOU LEAVE: { $flow } is open; its draft is kept
desk-foot-rows = scroll
desk-foot-select = select
desk-foot-take = take
desk-foot-send-back = send back

# What just happened to a flow
desk-flow-open = A flow is open: finish it first, or give it up with { $key }.
desk-flow-needs-customer = Open the customer first.
desk-flow-unknown = The bank's pack has no flow named { $flow }.
desk-price-passed = The price ended at { $time }; nothing was posted. Press { $key } for a new price.
desk-price-passed-review = The price ended at { $time }; who entered it must ask for a new one.
desk-price-superseded = Priced again elsewhere since; nothing was posted. { $key } prices it here.
desk-read-other = The figures that were read changed; nothing was posted. { $key } refreshes.
desk-read-again = Sent back: the old yes does not count. { $key } prices it to be read again.
desk-price-gone-review = This price no longer holds, no approval now. Its maker prices it again.
desk-sent-back = { $by } sent it back: { $reason }
desk-price-same = The price is the same, held until { $until }.
desk-price-same-read = The price is the same, held until { $until }. Read it out again, then Y.
desk-withdrawn-same = The request has lapsed. Same price until { $until }; read it again, then Y.
desk-withdrawn-priced = The request has lapsed. Read the new price out, then Y asks for approval anew.
desk-read-on = There is more: read on with { $key } to the end, then Y.
desk-half-no-price = { $key } reprices only what is not posted yet; here task { $task } does the rest.
desk-price-later = The price comes with the next screen.
desk-price-makers = Who entered it asks for the new price; approval is then asked again.
desk-outcome-checked = The outcome is being checked; the same may be sent again, it posts once.
desk-nothing-to-retry = There is nothing to send again.
desk-nothing-runs = No request is running.
desk-request-stopped = The request was stopped.
desk-draft-kept = Draft kept; open it from MY WORK.
desk-draft-taken-up = Goes on from the draft ({ $step }/{ $steps }). To begin anew: { $cancel }, then { $open }.
desk-no-draft = No draft is kept.
desk-flow-cancelled = Given up; nothing was posted.
desk-no-values = { $field } has no list; type it.
desk-no-alternatives = This flow has no other options.
desk-approved = Approved and posted: receipt { $receipt }.
desk-returned = Sent back; who entered it sees the reason.
desk-return-reason = Write why: who entered it sees the reason.
desk-still-waiting = It waits for approval. { $cancel } withdraws it, { $reprice } reprices it.
desk-withdrawn = The request is withdrawn; nothing was posted.
desk-compensation-asked = Asked to set it up again; the unit calls the customer back.
desk-nothing-to-compensate = It is complete; a teller leaves the desk and asks with “tekil reverse”.
desk-marked-helped = Thank you: noted that it helped.
desk-marked-hurt = Thank you: noted that it was hard.
desk-no-receipt = There is no receipt to print here.

# Outside the screen
desk-bench-head = Microseconds a key and bytes to the terminal; a bank of { $customers } customers, 80x24
desk-bench-open-line = p50 { $p50 }   p95 { $p95 }   p99 { $p99 }
desk-bench-line = { $name } p50 { $p50 }   p95 { $p95 }   p99 { $p99 }   bytes { $bytes }
desk-terminal-failed = The terminal cannot be used ({ $cause }). Try another one.
