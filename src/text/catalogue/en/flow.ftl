# Flows
flow-entry-empty = type an amount: 200000, 200k, 1.5m, 40%, all or rest
flow-entry-form = no amount; type 200000, 200k, 1.5m, 40%, all or rest
flow-entry-sign = an amount is typed without a sign
flow-entry-zero = the amount must be above zero
flow-entry-decimals = { $typed } has too many decimals; type at most { $most }
flow-entry-large = the amount is too large
flow-entry-percent = a percentage is above 0 and at most 100
flow-entry-unsure = { $typed } reads two ways; type { $whole } or { $decimal }
flow-entry-no-share = percent, all and rest cannot be computed here; type the amount
flow-entry-nothing-left = nothing is left; lower the other amount first
flow-field-fault = { $field }: { $why }.
flow-field-unknown = This flow has no such field to fill: { $field }.
flow-field-empty = fill it in
flow-deposit-none = there is no deposit that may be broken
flow-deposit-unknown = there is no such deposit; choose from the list with { $list }
flow-deposit-blocked = this deposit may not be broken: { $why }
flow-deposit-foreign = this flow breaks lira deposits only
flow-deposit-matured = its term is over or has not begun; choose another deposit
flow-choice-unknown = type one of { $known }
flow-text-needed = type something
flow-text-long = type at most { $most } letters
flow-no-current = The customer has no current account in lira; open one first.
flow-current-blocked = Account { $account } may not be disposed of: { $why }.
flow-no-foreign = no account in { $currency }; open one first or choose another
flow-too-much = more than { $available } in all; lower one or type rest
flow-figures-unknown = cannot be computed; lower the amount or have rates checked
flow-buys-nothing = The amount buys not even one unit; raise it or go back with { $back } and drop it.
flow-price-missing = No price is held; ask for one with { $reprice }.
flow-answer-yes = Y
flow-answer-no = N
flow-answer-keys = Y/N
flow-answer-form = type Y or N
flow-answer-first = read the sentence first, then type Y or N
flow-answer-was-no = the customer said no; cancel with { $cancel } or change with { $back }
flow-evidence-none = no record to keep it in; choose an order or open a contact
flow-evidence-demo = demo (no recording)
flow-evidence-record = { $record }
flow-evidence-order = signed order { $order } · { $day }
flow-evidence-no-record = this contact has no record; choose a signed order
flow-evidence-other = order { $order } does not hold for this account and these amounts
flow-evidence-unknown = no valid, unused order { $order } for this process
flow-head-account = Account
flow-head-principal = Principal TRY
flow-head-rate = Rate
flow-head-matures = Matures
flow-head-left = Left
flow-days-left = { $days -> 
    [one] { $days } day
   *[other] { $days } days
}
flow-leg-waiting = waiting
flow-currency-words = { $code ->
    [USD] dollars
    [EUR] euros
    [GBP] pounds
    [CHF] francs
   *[other] { $code }
}
flow-requested = Request:
flow-source-offer = bank's advice (Offer { $rank })
flow-source-bank = bank's advice
flow-source-customer = customer's own wish
flow-fit-line = · risk { $customer }/7, { $fund } { $risk }/7: { $fit }
flow-fit-stop = { $fund } has risk { $risk }/7, the customer { $customer }/7: { $fit }. Choose another fund.
flow-fit-fits = fits
flow-fit-asked = not needed, say so
flow-fit-too-risky = does not fit
flow-fit-no-group = risk group unknown
flow-form-stands = Investor form of { $day } is valid
flow-form-missing = There is no valid investor form; fill one in first.
flow-form-not-needed = No investor form; not needed at the customer's own wish
flow-limit-line = Daily FX limit: enough
flow-limit-enough = enough
flow-limit-short = not enough
flow-limit-passed = { $left } left of the daily FX limit; lower it or buy tomorrow.
flow-limit-unknown = The daily FX limit is not known; no currency can be bought.
flow-hours-open = Market open, orders are taken
flow-hours-unknown = The FX market's hours are not set; no currency can be bought.
flow-market-closed = The FX market is closed; it is open { $opens }-{ $closes } on business days.
flow-cut-off-passed = Today's order time of { $fund } ({ $cut_off }) has passed; order on the next business day.
flow-settlement-today = value today, until { $until }
flow-settlement-day = value { $day }, until { $until }
flow-settlement-holiday = value { $day }, closed all day
flow-settlement-late = value { $day }, closed for today
flow-wait-title = Wait { $days -> 
    [one] { $days } day
   *[other] { $days } days
}
flow-wait-text = pays { $pays } on { $day }, { $more } more than today
flow-part-title = Break a part
flow-part-open = not done here. Term of { $term } days: at most two draws, { $most } in all, without breaking it; earlier draws are not known here, ask the deposits unit
flow-part-short = only for terms of { $least } days or more, this one has { $term }
flow-credit-title = Loan against the deposit
flow-credit-held = not possible: { $why }
flow-credit-open = possible; open a loan application
flow-line-account = Term deposit
flow-line-principal = Principal
flow-line-interest = Interest at the demand rate, { $days } days
flow-line-withholding = Withholding tax
flow-line-rate = Rate
flow-line-bought = Currency bought
flow-line-fx-cost = Cost of currency
flow-line-fx-tax = FX transaction tax
flow-line-fund = Fund
flow-line-fund-price = Unit price
flow-line-units = Units
flow-line-fund-cost = Cost of units
flow-line-value-day = Value day
flow-line-settlement = Settlement
flow-below-zero = minus: too much
flow-line-stays = Stays on the account
flow-done-break = { $net } to the current account
flow-done-fund = { $units } { $fund } · value { $day }
flow-flows-many = A pack has at most { $max } flows.
flow-file-empty = The file is empty.
flow-help-empty = Copy a flow that there is and make its id the file's name.
flow-text-unshown = { $key } holds a character or line end that no screen shows.
flow-help-unshown = Write the text again on one line, without control, direction and invisible characters.
flow-option-twice = The option { $option } is written twice; delete one of them.
flow-name-other = The id is { $id }, the file is named { $file }; both must be the same.
flow-menu-key-form = { $key } is no key for the menu: write one small letter (a-z) or digit.
flow-menu-key-shared = The flow { $flow } asks for the key { $key } too.
flow-menu-key-taken = In the keymap { $keymap }, { $keys } is something else: { $other }
flow-help-menu-key = Write another key, or delete the line: a free key is given by itself.
flow-help-menu-free = Free keys: { $free }
flow-level-unknown = Unknown level of verification: { $level }
flow-level-low = { $level } is not enough to move money: a caller whom nobody verified would move it.
flow-help-level-low = Write verification = "money".
flow-offer-unknown = The pack has no such offer: { $offer }
flow-list-long = { $key } holds at most { $max } entries.
flow-label-long = { $key } takes { $cells } cells, its place at 80 columns has { $max }; shorten it.
flow-parameter-literal = { $key } holds a value without a date.
flow-help-parameter = Write the value with its valid_from in parameters.toml and its name here.
flow-parameter-unknown = parameters.toml has no such value: { $name }
flow-parameter-kind = { $name } does not fit here; it must be { $wanted }.
flow-parameter-unit = { $key } must be a value whose unit is { $unit }; the unit of { $name } is { $found }.
flow-parameter-range = { $key }: { $name } is { $value } from { $day }; it must be between { $min } and { $max }.
flow-help-parameter-other = Correct the value in parameters.toml, or write the name of another value here.
flow-parameter-future = { $key }: { $name } holds only from { $day }; today ({ $today }) it has no value.
flow-help-parameter-future = Write an earlier valid_from in parameters.toml, or today's value before it.
flow-limit-lira = { $name } is { $value } from { $day }; a limit is in lira, above nothing.
flow-help-limit-lira = Write the amount with currency = "TRY" in parameters.toml.
flow-limit-above = { $name } is above the supervisor's { $most } from { $day }: its role would post alone what nobody may approve.
flow-help-limit-above = Lower it, or raise the supervisor's limit, in parameters.toml.
flow-kind-whole = a whole number, a span or a time
flow-kind-decimal = one rate
flow-kind-bands = a rate in bands
flow-kind-money = an amount
flow-placeholder-unknown = This flow has no such figure or field: { $name }
flow-placeholder-form = { $name } cannot be written as { $form }
flow-one-language = { $name } is not in the { $language } text.
flow-help-both-languages = Both languages must tell the same figures: write it in the other text too, or delete it here.
flow-key-unknown = A flow has no such action: { $name }
flow-fields-many = A flow has at most { $max } fields.
flow-field-id = { $id } is no id: at most { $max } small letters (a-z), digits and underscores.
flow-field-kind-unknown = Unknown kind of field: { $kind }
flow-field-unknown-name = There is no such field: { $field }
flow-field-known = { $field } must not be typed: the bank knows it.
flow-help-figure = Take the field out and name the figure in a line or label; it carries the value.
flow-field-twice = { $field } is asked twice; ask it once and name it afterwards.
flow-field-unseen = { $field } is asked on no screen and has no value.
flow-field-hidden = { $field } is filled but shown on no screen.
flow-help-unseen = Ask it in a line (fields = ["{ $field }"]); delete the field if nobody needs it.
flow-help-carried = Write its name ({"{"}{ $field }{"}"}) in a line or label; delete the field if nobody needs it.
flow-help-hidden = Ask it in a line (fields = ["{ $field }"]) or write its name ({"{"}{ $field }{"}"}); delete the field if nobody needs it.
flow-options-count = Write 1 to { $max } options.
flow-fund-unknown = funds.toml has no such fund: { $fund }
flow-value-unwanted = A field of this kind has no value of its own; take it out.
flow-value-unknown = Not among the options: { $value }
flow-source-unknown = source names no figure or field: { $name }
flow-source-cycle = { $field } feeds on itself in the end; break the chain.
flow-legs-none = The flow has no leg: write [[leg]].
flow-kit-unknown = Unknown leg: { $kit }
flow-leg-twice = A flow has { $kit } only once.
flow-leg-field = { $kit } lacks its field: write { $key } = "the field's id".
flow-leg-field-kind = The field { $field } is not of the kind that { $key } needs.
flow-leg-field-carried = { $field } feeds a leg; it can be neither carried nor optional.
flow-leg-field-late = { $field } is on no screen before the last one; the leg works with it.
flow-help-late = Ask the field on one of the first screens, or name it there.
flow-screens-many = A flow has at most { $max } screens; this is one too many. Move its question to an earlier screen.
flow-screens-none = The flow has no screen: write [[screen]].
flow-blocks-count = A screen has 1 to { $max } blocks.
flow-block-kind = Unknown kind of block: { $kind }
flow-commit-no-answer = The last screen posts; it needs a sentence block with the field of the customer's answer.
flow-answer-early = The answer is asked on the last screen only; move this block there.
flow-answer-kind = { $field } is not a field of an answer; its kind must be "answer".
flow-check-unknown = Unknown check: { $check }
flow-check-leg = The check { $check } belongs to flows with { $kit }.
flow-lines-many = A block has at most { $max } lines.
flow-figure-leg = The figure { $name } comes from { $kit }, which this flow does not have.
flow-figure-unknown = Unknown figure: { $name }
flow-mark-unknown = Unknown mark: { $mark }
flow-sign-unknown = A sign is +, - or =, found: { $sign }
