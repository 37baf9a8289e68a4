# Faults of authored files
pack-faults-more = There { $count ->
    [one] is { $count } more fault
   *[other] are { $count } more faults
 }. Correct those above first.
pack-help-nearest = Did you mean: { $name }
pack-help-known = Known: { $names }
pack-help-written = Write { $name } in place of { $found }.
pack-help-init = `tekil init DIR` writes a complete example; copy the file from there.
pack-help-utf8 = Save the file again as UTF-8 in your editor.
pack-help-dated = Write the first day it holds: valid_from = 2026-01-01
pack-help-define = Write it as a new [[parameter]]: name = "{ $name }", unit, source, values.
pack-help-translate = Write both languages: { "{" } tr = "…", en = "…" { "}" }
pack-help-blank = Write a text between the quotes.
pack-help-repeated = Give one of them another name, or delete one.
pack-help-missing = Add { $key } = … here.
pack-help-all-groups = Each group stands once in each list; only the order differs.
pack-help-equals = Write == for equality.
pack-help-logic = Write && for and, || for or, ! for not.
pack-help-scaled = Write amounts as whole minor units: 10050 for 100.50
pack-help-functions = Known: has(feature), text.contains, text.startsWith, text.endsWith, size(text)
pack-help-has = Ask with has(feature) whether it is known.
pack-help-day = Compare a difference of days with a number: business.day - { $name } <= 7
pack-help-money = Amounts may be in different currencies; compare each with a number.
pack-folder-missing = The folder was not found. Check the path given with --pack.
pack-folder-not-one = This is not a folder. Give the pack's folder with --pack.
pack-folder-full = The folder has more than { $max } entries. Move the pack into a folder of its own.
pack-access-denied = No permission to read. Check the file permissions.
pack-unreadable = Could not be read. Check the disk and the file.
pack-file-missing = The file is missing.
pack-file-unknown = This file is not read; its name may be mistyped.
pack-file-not-plain = Not a plain file. Put the file itself in place of a link or folder.
pack-file-too-large = The file is larger than { $max } bytes. Make it smaller.
pack-file-not-utf8 = There is a byte that is not UTF-8.
pack-toml-duplicate = { $key } was written before. Delete one of them.
pack-toml-unquoted = { $found } must be in quotes.
pack-toml-unclosed = An opened bracket is not closed.
pack-toml-string-open = A quote is not closed.
pack-toml-escape = An invalid letter after a backslash. Put the text in single quotes or write \\.
pack-toml-no-value = A value is missing: write name = value.
pack-toml-date = Invalid day or time: { $found }
pack-toml-syntax = Could not be read as TOML: { $found }
pack-toml-syntax-end = Could not be read as TOML: the line is incomplete.
pack-key-unknown = Unknown key: { $key }
pack-key-missing = Missing key: { $key }
pack-text-blank = { $key } cannot be blank.
pack-type-wrong = { $key }: expected { $wanted }, found { $found }.
pack-type-text = a text
pack-type-whole = a whole number
pack-type-float = a decimal number
pack-type-flag = true or false
pack-type-day = a day (2026-11-24, without quotes)
pack-type-moment = a day with a time
pack-kind-day = a day
pack-kind-flag = yes or no
pack-type-list = a list
pack-type-table = a table
pack-type-money = an amount
pack-language-turkish = Turkish
pack-language-english = English
pack-translation-missing = { $key }: the { $language } text is missing.
pack-id-form = { $id } will not do: at most 64 small letters (a-z), digits and hyphens.
pack-id-repeated = { $id } was written before, in line { $line }.
pack-format-unknown = Format { $found } is unknown; this program reads { $known }.
pack-unit-unknown = Unknown unit: { $unit }
pack-unit-other = The unit of { $name } must be { $unit }.
pack-parameter-missing = A parameter that the program uses is missing: { $name } (unit { $unit }).
pack-parameter-empty = Write at least one value.
pack-parameter-undated = This value has no first day.
pack-parameter-order = { $day } must come after the day of the value before it ({ $previous }). Order values from old to new.
pack-bands-unit = Bands go only with the units percent and per-mille.
pack-bands-order = Bands are ordered by rising up_to; only the last one has none.
pack-whole-negative = { $found } will not do: it cannot be negative. Write 0 or a larger whole number.
pack-decimal-form = { $found } is not a number. Write it with a point: "17.5"
pack-amount-form = { $found } is not an amount of { $currency }. Write it with a point, without grouping: "500000.00"
pack-currency-unknown = Unknown currency: { $code }
pack-holiday-repeated = { $day } was written before, in line { $line }.
pack-kind-unknown = Unknown kind of product: { $kind }
pack-group-unknown = Unknown group of the summary: { $group }
pack-group-repeated = The group { $group } is in this list twice.
pack-group-missing = Groups missing from the list: { $groups }

# Rules
pack-severity-unknown = Unknown severity: { $severity }
pack-action-unknown = Unknown action: { $action }
pack-block-unknown = Unknown block: { $block }
pack-feature-unknown = Unknown feature: { $name }
pack-feature-kind = { $name } cannot stand here: expected { $wanted }.
pack-placeholder-unknown = A placeholder in the text is not a feature: { $name }
pack-placeholder-plural = For a plural write a whole-number feature and two words: feature|one|many
pack-placeholder-open = A bracket without its partner in the text: { $found }
pack-sentence-long = The sentence to say has { $cells } characters, a screen of 80 columns takes { $max }. Shorten it. At its longest: { $text }
pack-placeholder-form = This feature cannot be written so: { $form }
pack-help-forms = Forms: money round, short, bare · day short, on, until, month · whole number of, percent
pack-condition-long = The condition is longer than { $max } characters. Split it into two rules.
pack-condition-deep = The condition is nested too deep. Use fewer brackets or split it into two rules.
pack-condition-syntax = The condition could not be read; unexpected: { $found }
pack-condition-end = The condition is incomplete.
pack-condition-not-flag = A condition must be yes or no; here is { $found }.
pack-condition-float = Rules have no decimal numbers.
pack-condition-literal = Rules have only whole numbers, texts, true and false.
pack-condition-construct = Rules do not have this construct: { $found }
pack-condition-types = { $operator } does not work here: { $left } on the left, { $right } on the right.
pack-condition-operand = { $operator } does not work here: it was given { $found }.
pack-condition-division = Divide only by a constant number above zero.
pack-function-unknown = Unknown function: { $name }
pack-function-arguments = Wrong arguments for { $name }.
pack-words-many = There can be at most { $max } words.
pack-alerts-many = There can be at most { $max } alert rules.
pack-alert-broken = { $name }: the rule could not be computed, check by hand
pack-offers-many = There may be at most { $max } offers.
pack-number-range = { $key } must be between { $min } and { $max }.
pack-list-long = { $key }: at most { $max } entries.
pack-propensity-last = Only the last probability has no when; it is for customers that fit none of the others.
pack-value-currency = Values of offers are compared; all must be in one currency ({ $currency }).
pack-offer-service = A service offer cannot be credit.
pack-code-repeated = { $code } was written before, in line { $line }.
pack-clock-form = A time is written in quotes, "00:00" to "24:00"; found: { $found }
pack-fund-code = { $code } is no code: at most { $max } capital letters (A-Z) and digits.
pack-fund-late = Unknown rule: { $found }
pack-price-positive = A price is above zero; found: { $found }

# Values
pack-value-unknown = unknown
pack-value-yes = yes
pack-value-no = no
pack-value-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
pack-value-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
pack-value-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
pack-said-equal = { $left }: { $right }
pack-said-not-equal = { $left }: not { $right }
pack-said-below = { $left } below { $right }
pack-said-at-most = { $left } at most { $right }
pack-said-above = { $left } above { $right }
pack-said-at-least = { $left } at least { $right }
pack-said-and = { $left } and { $right }
pack-said-or = { $left } or { $right }
pack-said-not = not so: { $left }
pack-said-contains = { $left } contains { $right }
pack-said-starts = { $left } begins with { $right }
pack-said-ends = { $left } ends with { $right }
pack-said-one-of = { $left } is one of { $right }
pack-said-plus = { $left } + { $right }
pack-said-minus = { $left } - { $right }
pack-said-times = { $left } times { $right }
pack-said-between = From { $right } to { $left }
pack-said-size = { $left }, number of letters
pack-said-exists = { $left }: some
pack-said-known = { $left } is known
pack-said-unknown = { $left } is not known
pack-unit-days = days
pack-unit-months = months
pack-unit-years = years
pack-unit-permille = per mille
pack-unit-basis-points = basis points
pack-label-with-unit = { $label } ({ $unit })

# Features
pack-feature-account-mismatch-count = Accounts whose source balance does not add up
pack-feature-account-negative-count = Accounts below zero
pack-feature-account-worst-balance = Lowest balance below zero
pack-feature-business-day = Business day
pack-feature-card-minimum-due = Minimum payment of late cards
pack-feature-card-over-limit-amount = Amount above the card limit
pack-feature-card-over-limit-count = Cards above their limit
pack-feature-card-overdue-day = Last day of payment that passed
pack-feature-card-overdue-days = Card payment late by
pack-feature-complaint-count-90d = Complaints in 90 days
pack-feature-complaint-open-count = Open complaints
pack-feature-complaint-open-day = Day of the oldest open complaint
pack-feature-complaint-open-topic = Topic of the oldest open complaint
pack-feature-contact-address-age-months = Age of the address confirmation
pack-feature-contact-has-address = Address on file
pack-feature-contact-has-email = E-mail on file
pack-feature-contact-has-mobile = Mobile number on file
pack-feature-customer-age = Age
pack-feature-customer-is-company = Company
pack-feature-customer-years = Customer for
pack-feature-deposit-days-to-first-maturity = Until the first maturity
pack-feature-deposit-first-maturity-amount = Principal that matures first
pack-feature-deposit-first-maturity-day = First day of maturity
pack-feature-error-count-24h = Failed operations in 24 hours
pack-feature-error-days-since-last = Since the last error
pack-feature-error-last-day = Day of the last error
pack-feature-error-last-operation = Operation that failed
pack-feature-error-last-text = Error shown to the customer
pack-feature-identity-known = Identity number on file
pack-feature-interaction-count-30d = Contacts in 30 days
pack-feature-kin-same = Customer who may be the same person
pack-feature-kin-same-by = Why they may be the same
pack-feature-kin-twin = Customer who may be a twin
pack-kin-identity = same identity number
pack-kin-name-birth-phone = same name, birth day and telephone
pack-feature-loan-in-debt-amount = Still owed on overdue loans
pack-feature-loan-in-debt-day = Day the arrears were reported
pack-feature-loan-in-debt-lent = Amount of overdue loans
pack-feature-loan-legal-amount = Still owed in legal follow-up
pack-feature-loan-legal-count = Loans in legal follow-up
pack-feature-loan-legal-day = Day the legal follow-up was reported
pack-feature-loan-overdue-count = Overdue loans
pack-feature-loan-unpaid-amount = Still owed on loans that ended unpaid
pack-feature-loan-unpaid-count = Loans that ended unpaid
pack-feature-loan-unpaid-day = Day the unpaid loan was reported
pack-feature-loan-worst-overdue-days = Longest loan arrears
pack-feature-name-mixed-alphabet = Mixed alphabets in the name
pack-feature-name-known = Name on file
pack-feature-statement-days-since-last-row = Since the last account movement
pack-feature-account-idle-balance = Lira on current accounts
pack-feature-bill-paid-from = Where bills are paid
pack-feature-bill-payees = Bills paid by hand
pack-feature-card-limit-use = Share of the card limit in use
pack-feature-cheque-amount = Amount of bounced cheques
pack-feature-cheque-count = Bounced cheques
pack-feature-cheque-day = Day the last cheque bounced
pack-feature-cheque-number = Number of the last bounced cheque
pack-feature-churn-before = Churn risk last month
pack-feature-churn-day = Day of the churn score
pack-feature-churn-now = Churn risk
pack-feature-complaint-open-owner = Unit that answers for the oldest open complaint
pack-feature-complaint-open-promise = Call back promised for the open complaint
pack-feature-deposit-count = Term deposits
pack-feature-deposit-first-maturity-rate = Rate of the deposit that matures first
pack-feature-error-last-clock = Time of the last error
pack-feature-error-last-refusal = Last refused operation
pack-feature-error-repeated-24h = Refusals repeated in 24 hours
pack-feature-fund-count = Funds
pack-feature-fund-value = Value of funds
pack-feature-insurance-home-days-left = Until the home insurance ends
pack-feature-insurance-home-ends = Last day of the home insurance
pack-feature-insurance-home-price-until = Last day of the fixed home insurance price
pack-feature-insurance-home-sold-at = Branch that sold the home insurance
pack-feature-life-event-appointment-day = Appointment
pack-feature-life-event-birth-day = Birth of a child
pack-feature-life-event-exam-day = Exam
pack-feature-life-event-marriage-day = Marriage
pack-feature-life-event-military-service-day = Start of military service
pack-feature-life-event-moving-day = Moving house
pack-feature-life-event-retirement-day = Retirement
pack-feature-lifetime-rising = Lifetime value rises
pack-feature-lifetime-worth = Lifetime value
pack-feature-loan-home-running-count = Running home loans
pack-feature-loan-running-count = Running loans
pack-feature-offer-acceptance = Acceptance by similar customers
pack-feature-offer-amount = Amount of the offer
pack-feature-quote-amount = Amount of the quote
pack-feature-quote-day = Day of the quote
pack-feature-quote-kind = Kind of the quote
pack-feature-quote-made-on = Where the quote was made
pack-feature-quote-rate = Rate of the quote
pack-feature-quote-until = Last day of the quote
pack-feature-restriction-bad-mood-day = Bad mood recorded
pack-feature-restriction-bereavement-day = Bereavement recorded
pack-feature-restriction-fraud-day = Fraud recorded
pack-feature-restriction-hardship-day = Hardship recorded
pack-feature-restriction-objection-day = Objection to marketing
pack-feature-salary-count-90d = Salaries in 90 days
pack-feature-salary-last-amount = Last salary
pack-feature-segment-behaviour = Behaviour segment
pack-feature-segment-value = Value segment
