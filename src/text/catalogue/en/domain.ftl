# Refusals
unknown-customer = Customer { $customer } was not found. Check the number.
unknown-account = Account { $account } was not found. Check the number.
unknown-item = This customer has no { $item }.
not-permitted = You are not permitted to do this: { $request }.
reason-missing = A look needs a contact (--contact) or a reason (--reason).
not-verified = The customer's identity must be verified first.
limit-reached = Account { $account }: { $asked } asked, { $available } available. Enter a lower amount.
bad-entry = The entry was not posted: { $fault }.
entry-unbalanced = debits and credits differ in { $currency }
entry-not-positive = a line is zero or negative
entry-count = it must have 2 to { $most } lines
entry-account-currency = an account is not kept in { $currency }
entry-overflow = a sum is too large
request-reused = This request number was used for something else. Start again.
outcome-unknown = The outcome of the request is not known and is being checked; do not send it again.
