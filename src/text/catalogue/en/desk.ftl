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

# Lists and details
desk-list-unknown = No source has delivered this: it does not mean there is none.
desk-list-empty = No records.
desk-list-no-match = No record fits the filter; an empty filter brings all back.
desk-list-filter = filter: { $text }
desk-refused = REFUSED: { $reason }
desk-why = WHY
desk-decided-with = Rule { $item } · pack { $policy } · model { $model }
desk-nothing-to-explain = There is no alert or offer here to explain.
desk-too-deep = Too many screens over each other; go back with F3.

# Pop-ups
desk-help = KEYS
desk-help-foot = Keys work here too
desk-palette = COMMAND
desk-palette-none = There is no such command.
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
desk-rebuilding = The index is being rebuilt from the journal: { $percent }%
desk-no-shell = There is no shell to go back to in this window; Ctrl-D leaves.
desk-was-cut-off = The program was cut off last time; everything that was saved is here.
desk-was-cut-off-saving = Cut off while saving: one unconfirmed record was dropped. Check your last work.
desk-was-rebuilt = The index of the records was made again; the records were not touched.
desk-search-failed = The names for search cannot be read ({ $cause }); open by customer number.

# Outside the screen
desk-bench-head = Microseconds a key and bytes to the terminal; a bank of { $customers } customers, 80x24
desk-bench-open-line = p50 { $p50 }   p95 { $p95 }   p99 { $p99 }
desk-bench-line = { $name } p50 { $p50 }   p95 { $p95 }   p99 { $p99 }   bytes { $bytes }
desk-terminal-failed = The terminal cannot be used ({ $cause }). Try another one.
