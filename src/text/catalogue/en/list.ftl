# Lists
list-products = PRODUCTS
list-transactions = TRANSACTIONS
list-errors = ERRORS MET
list-complaints = COMPLAINTS
list-people = PEOPLE
list-note = { $count } { $count ->
    [one] record
   *[other] records
}
list-note-days = last { $days } days · { $count } { $count ->
    [one] record
   *[other] records
}
value-unknown = unknown
value-hidden = hidden
transaction-unnamed = no description
transaction-fx-tax = FX tax
transaction-interest = Deposit interest (net)

# Labels
label-when = When
label-channel = Channel
label-operation = Operation
label-told = The customer was told
label-code = Code
label-record = Record no
label-receipt = Receipt
label-topic = Topic
label-state = State
label-owner = Owner
label-promise = Call back promised
label-satisfaction = Satisfaction
label-refund = Refund
label-counterparty = Other side
label-text = Description
label-amount = Amount
label-balance = Balance after
label-group = Kind
label-name = Product
label-terms = Terms
label-ends = Last day
label-person = Person
label-role = Role
label-signature = Signature
label-since = Since

# Values
closed-in = closed in { $days } days
open-for = open, { $days } days
account-demand = Current { $currency } { $label }
account-term = Deposit { $currency } { $label }
product-demand = Current { $currency }
product-term = Deposit { $currency }
group-cheques = Cheque
cheque-bounced = Bounced cheque
cheque-unpaid = bounced { $day }
cheque-settled = paid { $day }
group-demand = Current
group-term = Deposit
group-cards = Card
group-loans = Loan
group-holdings = Fund
group-insurance = Insurance
group-orders = Order
product-overdraft = overdraft { $amount }
product-limit = limit { $amount }
deposit-terms = { $rate } · { $days } days
product-instalments = { $paid }/{ $months } instalments
product-units-ordered = { $units } units, ordered
product-units = { $units } units
product-price-fixed = price until { $day }
person-signs = may sign
person-signs-not = may not sign

# Work left today and whom to call
work-promise = Call back
work-task = Task
work-approval = Awaits approval
work-draft = Draft
work-draft-at = Draft { $step }/{ $steps }
work-returned = sent back: { $reason } · { $flow }
call-matures = matures on { $day } { $amount }
call-matures-soon = matures tomorrow { $amount }
call-life-event = { $event } { $month }
call-say-renew = shall we renew it?
call-say-life-event = card and standing orders
