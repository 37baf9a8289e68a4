# The one screen
customer-no = Customer { $customer }
address-hanim = Ms { $given } { $family }
address-bey = Mr { $given } { $family }
number = No { $number }
mobile = Mobile { $number }
years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
branch = { $branch } branch
touchpoint-call-center = Call
touchpoint-branch = Branch
touchpoint-ivr = IVR
touchpoint-digital = Digital
role-agent = Agent
role-teller = Teller
role-supervisor = Supervisor
role-auditor = Auditor
role-admin = Admin
role-channel = Channel
role-owner = Store owner
role-demo = DEMO
since = since { $time }
verified = ID
consent = May
consent-call = call
consent-message = SMS
consent-email = E-mail
weekday = { $day ->
    [d1] Monday
    [d2] Tuesday
    [d3] Wednesday
    [d4] Thursday
    [d5] Friday
    [d6] Saturday
   *[d7] Sunday
}

# Summary
net-worth = Net worth
in-lira = in TRY, buying rate
lifetime = Life value
lifetime-thousands = { $amount }k
break-even = even in month { $month }
profit = Profit
profit-this-year = this year { $amount }
profit-last-year = last year { $amount }
behaviour = Behaviour
behaviour-manner = { $often }, { $amount }
behaviour-often = often
behaviour-seldom = seldom
behaviour-large = large sums
behaviour-small = small sums
behaviour-channel = { $channel } { $count }/mo
churn = Churn
churn-percent = { $percent }%
churn-reason = why: { $reason }
churn-competitor-rates = comparing rates elsewhere
churn-complaints = complaints
churn-less-activity = less activity
churn-salary-left = salary moved away
life-event-label = Life event
life-event = { $event } ({ $month }, { $source })
life-marriage = marriage
life-birth = birth of a child
life-military-service = military service
life-appointment = appointment
life-exam = exam
life-moving = moving house
life-retirement = retirement
known-from-customer = customer said so
known-from-document = documented
card-minimum = minimum { $amount }
mood = Mood { $mood }
mood-bad = bad
mood-neutral = neutral
fund-share = { $code } { $percent }%
offers-best = best { $shown } of { $candidates }
offer-accept = accept { $percent }%
offer-why = Why:
offer-say = Say:
offers-none = No suitable offer
offers-hidden = Offers show once the caller is verified
offers-unknown = unknown: no decision could be made
summary = SUMMARY
card = Card { $product }
card-with-digits = Card ·{ $last4 }
card-debt = debt
card-debit = debit card
available = available
demand = Current { $currency }
demand-all-free = (all free)
demand-free = (free)
demand-overdraft-unknown = (o/d ?)
term = Deposits { $currency }
funds = Funds
funds-in = Funds { $currency }
funds-without-value = Funds
loan-debt = Loan debt
loan-paid-off = Loan (paid off)
loan-lent = amount lent
loan-running = on time
loan-overdue = overdue
loan-closed = paid off
loan-unpaid = ended, not paid
loan-legal = legal follow-up
loan-instalments = { $paid }/{ $months }
orders = Orders { $currency } ({ $count })
people = Contacts { $count }
person-signs-short = { $name } (signs)
shared-account = May use account { $account }
accounts = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
fund-orders = Fund order { $currency }
fund-order-day = waits · value { $day }
holdings-count = { $count ->
    [one] { $count } fund
   *[other] { $count } funds
}
first-matures = matures { $day }
overdraft-none = no overdraft
overdraft = overdraft { $amount }
limit = limit { $amount }
limit-used = { $percent }% used
unknown = unknown
last-known = last known
hidden = hidden
no-products = No products on record
missing = Missing { $count }: { $fields }
missing-name = name
missing-identity = ID number
missing-birth = birth date
missing-mobile = mobile
missing-email = e-mail
missing-address = address
missing-branch = branch
data-until = Data: { $source }, to { $day }
data-older = Data { $day } · { $what } { $older }
data-age-unknown = Data: { $source }, age unknown
more = … { $count } more

# Alerts
alerts = ALERTS
alerts-none = No alerts
severity-act-now = Act now
severity-look = Look
severity-missing = Missing
severity-note = Note

# Offers
offers = OFFERS

# Complaints
complaints = COMPLAINTS
complaints-in-days = { $count } in { $days } days
complaints-last-year = { $count } in 12 months
complaints-open = { $count } open
complaints-unknown = unknown: no complaint data came for this customer
complaints-none = No complaints on record
complaints-hidden = Details appear once the caller is verified
complaint-closed = { $days ->
    [one] closed in { $days } day
   *[other] closed in { $days } days
}
complaint-closed-same-day = closed the same day
complaint-open = { $days ->
    [one] open, { $days } day
   *[other] open, { $days } days
}
complaint-open-today = open, came today
complaint-satisfaction = satisfaction { $score }/5
complaint-refund = { $amount } refunded
complaint-consent-corrected = consent put right
complaint-no-survey = no survey answer
complaint-promise-passed = call back missed { $when }
complaint-due-passed = missed { $when }
complaint-promise-today = call back today { $time }
complaint-promise = call back { $day } { $time }
complaint-score = score { $score }/5
complaint-due-today = due today { $time }
complaint-due = due { $day } { $time }

# Why the customer is probably calling
probable-reason = Probably calling about: { $reasons }
probable-reason-short = Probably: { $reasons }
reason-none = not visible in the records
reason-hidden = shown once the caller is verified
reason-promise-today = call back promised by { $time } today
reason-promise-broken = call back promised for { $day } { $time } was not made
reason-failed = { $day } { $time } { $operation } refused
reason-repeated = { $reason } { $times } times
reason-told = { $reason } ({ $told })
reason-card-late = card payment is { $days ->
    [one] one day
   *[other] { $days } days
} late
reason-card-late-full = card payment is { $days ->
    [one] one day
   *[other] { $days } days
} late
reason-loan-late = loan is overdue
reason-loan-days-late = loan instalment is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
reason-contact = last contact { $day } { $channel }: { $topic }
channel-branch = Branch
channel-call-center = Call
channel-ivr = IVR
channel-atm = ATM
channel-mobile = Mobile
channel-web = Web
channel-pos = POS
hints = Why an alert: tekil why { $customer } alert RULE · rules: --plain
hints-offers = Why these offers: tekil decide { $customer } · line by line: --plain

# Plain lines for a screen reader
plain-line = { $label }: { $value }
plain-customer = Customer
plain-since = Customer for
plain-branch = Branch
plain-screen-at = Screen
plain-verification = Caller's identity
plain-verified = verified
plain-verified-unknown = unknown, no ID number
plain-not-verified = not verified
plain-consent-call = May be called
plain-consent-message = May get text messages
plain-consent-email = May get e-mail
plain-yes = yes
plain-no = no
plain-unknown = unknown, no address
plain-card = Card ending { $last4 }
plain-segments = Segments
plain-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
plain-rule = rule { $alert }
plain-why = Why an alert: tekil why { $customer } alert RULE
plain-alerts = Alerts
plain-summary = Summary
plain-offers = Offers
plain-complaints = Complaints
plain-source = Source { $source }, { $what }

source-contacts = contact details
source-accounts = accounts
source-deposits = term deposits
source-cards = cards
source-loans = loans
source-holdings = funds
source-errors = channel errors
source-complaints = complaints
source-interactions = contacts
source-consents = consents

# The machinery
store-unreadable = The records cannot be reached. Tell the customer you will call back; an administrator should run tekil verify.
store-full = The disk is full, nothing was saved. Tell an administrator.
store-busy = This customer's record is changing at this moment, nothing was done. Try again in a few seconds.
pack-not-in-force = The rules of this workstation are not the ones in force, nothing was shown. An administrator should restart tekil.
internal-fault = Something unexpected went wrong and nothing was done. Try again; if it stays, tell an administrator.
parameter-missing = The bank's pack does not define { $name } for { $day }. Check the business time (--now), or an administrator should add it and run tekil pack check.
not-fired = This alert did not fire for the customer: { $name }. Not all of its conditions hold.
alert-import-owed = Import unfinished: amounts missing, repeat it
