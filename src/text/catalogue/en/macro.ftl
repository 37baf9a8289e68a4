# Macros
macro-head-missing = The first line must be { $head }
macro-head-late = { $word } stands before the first step. Move the line up.
macro-head-here = Only steps are written here; param, rows, limit and timeout belong into a macro file.
macro-line-long = The line is longer than { $max } characters. Split it.
macro-lines-many = A macro has at most { $max } lines.
macro-params-many = A macro has at most { $max } parameters.
macro-sign-unknown = This sign means nothing here: { $sign }
macro-escape-unknown = After a backslash only \" or \\ may stand.
macro-quote-open = The quote is not closed.
macro-regex-open = The expression that begins with / does not end with /.
macro-regex-bad = This regular expression cannot be read. Check its brackets.
macro-unexpected = Found { $found } where { $wanted } was expected.
macro-ends-early = The line ends too early; { $wanted } was expected.
macro-more-behind = This stands behind the end of the line: { $found }. Remove it or put # before it.
macro-name-unknown = There is no such name: { $name }
macro-name-bad = { $name } is no name of a parameter. Begin with a small letter; use small letters, digits and _.
macro-twice = { $word } is written once. Remove one.
macro-param-twice = The parameter { $name } stands in line { $line } too. Remove one.
macro-param-empty = { $name } has no value. Write one behind = or add the line: rows from csv
macro-param-of-param = A parameter's value cannot be another parameter: { $name }
macro-param-kind = The parameter { $name } is of the type { $found }; { $wanted } is needed here.
macro-value-unfit = { $value } is not of the type { $kind }.
macro-below-min = { $value } is below the least, { $min }.
macro-min-type = The type { $kind } has no least; min is for money, number and date only.
macro-story-kind = This story gives the type { $found }; the parameter is of the type { $kind }.
macro-duration-bad = { $found } is no duration, or longer than { $minutes } minutes. Example: 5s
macro-count-bad = { $found } will not do: write a whole number from 1 to { $max }.
macro-rate-bad = { $found } is no rate. Example: 30/min, at most { $max }/min
macro-log-long = One log line has at most { $max } names.
macro-advance-far = Business time is moved on by at most { $max } seconds at once.
macro-action-forbidden = { $action } is for a person; a macro cannot do it.
macro-action-later = { $action } is not in this version.
macro-set-form = To fill a field write: set field NAME = VALUE
macro-evidence-order = evidence is filled with a signed order (order) only.
macro-screen-step = There is no screen { $name }. Write the flow and the screen's number: fx/1
macro-no-steps = The macro has no step. Write at least one action.
macro-help-evidence = The customer's yes comes from a person (pause) or from a signed order on file: set evidence = $order
macro-help-story = story("…") gives customer, story("…").deposit account, story("…").order order.
macro-wanted-step = an action's name
macro-wanted-name = the parameter's name
macro-wanted-colon = : between name and type
macro-wanted-kind = a type (customer, account, money TRY, text, order, date, number)
macro-wanted-currency = a currency (TRY, USD)
macro-wanted-story = ("the story's name")
macro-wanted-value = a value
macro-wanted-equals = = between field and value
macro-wanted-set = field or evidence
macro-wanted-field = the field's name
macro-wanted-check = model, field, screen, alert, event or text
macro-wanted-path = the name of a value of the model (customer.id)
macro-wanted-compare = ==, !=, >=, <=, > or <
macro-wanted-screen = the screen's name
macro-wanted-event = the event's name (posted)
macro-wanted-alert = severity "!!" or code "…"
macro-wanted-severity = !!, ! or ? in quotes
macro-wanted-code = the alert rule's name in quotes
macro-wanted-label = the label on the screen, in quotes
macro-wanted-tilde = ~ between label and expression
macro-wanted-regex = /expression/
macro-wanted-then = skip row or stop
macro-wanted-then-colon = : behind the condition
macro-wanted-why = a reason in quotes
macro-wanted-log = a value's name
macro-wanted-limit = rows, rate or as
macro-wanted-count = a whole number
macro-wanted-rate = a rate (30/min)
macro-wanted-role = agent, teller or supervisor
macro-wanted-duration = a duration (5s)
macro-wanted-csv = from csv
macro-wanted-customer = Write the customer's number in digits.
macro-wanted-account = Write the account's number in digits, or its label (4017-05).
macro-wanted-money = Write the amount like 200b, 1.5m, 312500 or 312500.50.
macro-wanted-text = Write one line of at most 100 characters, in quotes where it has blanks.
macro-wanted-order = Write the order's number in digits.
macro-wanted-date = Write the day like 2026-11-24.
macro-wanted-number = Write the number with a point, like 43.2150.
macro-rows-not-asked = This macro reads no rows. Add rows from csv to it, or leave out --rows.
macro-rows-none = The file has no row behind its header.
macro-rows-many = There are { $found } rows; this macro takes at most { $max }.
macro-rows-broken = Quotes or the number of fields are wrong here; the header has { $columns } columns.
macro-column-twice = The column { $name } stands twice. Remove one.
macro-column-missing = The column { $name } is missing. Add it to the header, or give it a value in the macro.
macro-row-unfit = { $name }: { $value } is not of the type { $kind }.
macro-value-missing = { $name } is empty. Write a value.
macro-story-lacks = The story { $story } has no value for { $name }.
macro-help-story-rows = Give the value with --rows, or use a demo bank made by tekil demo.
macro-seen-value = { $name } = { $value }
macro-seen-not-there = { $name } is not there
macro-seen-screen = screen { $screen }
macro-seen-no-alert = no alert
macro-seen-alerts = alerts { $alerts }
macro-seen-no-event = no event since the last action
macro-seen-events = events { $events }
macro-seen-no-label = { $label } is not on the screen
macro-seen-text = { $label } { $text }
macro-arg-unfit = { $value } will not do for { $action }
macro-not-here = { $action }: not possible on this screen
macro-field-not-here = the screen { $screen } has no field { $name }
macro-field-far = the keys do not lead to the field { $name }
macro-field-shown = { $name } is shown only and cannot be filled
macro-value-not-taken = the field { $name } did not take { $value }; it shows { $found }
macro-value-not-taken-why = the field { $name } did not take { $value }; it shows { $found }: { $why }
macro-took-long = the step took { $took } ms; at most { $max } ms
macro-advance-real = business time moves on only under --now
macro-play-about = Runs a macro without a screen; nothing is posted unless --commit is given
macro-play-shape = MACRO
macro-play-macro = The macro file (.tkm); - reads steps from standard input
macro-play-rows = The CSV file of rows; its columns are the macro's parameters
macro-play-commit = Posts for real; without it this is a dry run
macro-play-size = The screen's size; prints the final screen too (e.g. 80x24)
macro-play-from = Begins with this row
macro-macro-about = Macro files: check
macro-check-about = Says every fault of a macro with its place
macro-check-file = The macro file (.tkm)
macro-sound = { $path } is sound: { $steps } { $steps ->
    [one] step
   *[other] steps
 }, { $params } { $params ->
    [one] parameter
   *[other] parameters
 }.
macro-faults = The macro or its rows have { $count } { $count ->
    [one] fault
   *[other] faults
 }; no row was run.
macro-role-other = Only a { $wanted } runs this macro; you work as { $role }. Give the right person with --operator.
macro-pause-ask = Type keys (e.g. Y <Enter>); an empty line lets the macro go on.
macro-row-line = { $row }  { $outcome }  { $screens } screens, { $keys } keys, { $typed } fields  { $state }
macro-posting-line = { $account }  { $side }  { $money }
macro-side-debit = debit
macro-side-credit = credit
macro-value-alone = { $value }
macro-failed-at = FAILED   row { $row } of { $of }
macro-last-action = last action  { $place } { $step }   { $took } ms
macro-screen-at = screen { $screen } at { $at } ms, keymap { $keymap }, { $size }, masked:
macro-resume = to go on: { $command }
macro-sum-dry = { $good } rows ok, { $bad } failed, { $refused } refused, { $left } not run. Nothing was posted (dry run).
macro-sum-committed = { $good } rows ok, { $bad } failed, { $refused } refused, { $left } not run.
macro-hint-commit = Add --commit to post for real.
macro-start-once = A row starts at most one flow. Write another macro for the second.
macro-dry-run-full = A dry run holds at most { $most } records. Try fewer rows.
macro-ended-done = done
macro-ended-already = posted before
macro-ended-skipped = skipped
macro-ended-stopped = stopped
macro-ended-waiting = waits for a person
macro-ended-refused = refused
macro-ended-broken = broke down
macro-ended-failed = failed
macro-state-posted = posted
macro-state-halted = halted
macro-state-reversed = taken back
macro-state-awaiting = awaits approval
macro-state-returned = sent back
macro-state-dropped = dropped
macro-state-draft = draft
macro-state-none = no flow
macro-row-reversed = This row's flow was taken back (receipt { $receipt }); it was not done again. To do it again, take a new consent and begin it with a new row.
macro-of-customer = customer { $account }
macro-own-accrual = Interest accrued
macro-own-interest = Interest expense
macro-own-withholding = Withholding tax payable
macro-own-fx-position = FX position
macro-own-fx-tax = FX tax payable
macro-own-fund = Fund settlement
macro-own-clearing = Import clearing
