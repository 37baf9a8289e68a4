# Finding customers
find-about = Finds customers: name (typos allowed), customer no., identity no., phone, IBAN, card's last 4
find-text = The name or number looked for; several words are fine
find-limit = How many people to list at most
find-shape = TEXT [--limit N] [--plain]
find-count = { $total } { $total ->
    [one] person
   *[other] people
 } · { $customers } { $customers ->
    [one] customer
   *[other] customers
 }
find-no-number = Nobody was found (searched customers: { $customers }). Type a phone, identity no. or IBAN in full; of a customer no. the last 4 digits will do.
find-nobody = Nobody was found (searched customers: { $customers }). Try fewer letters or another number.
find-matched-by = found by { $what }
find-nameless = no name
find-matched-number = customer no.
find-matched-number-end = end of customer no.
find-matched-identity = identity no.
find-matched-phone = phone
find-matched-iban = IBAN
find-matched-card = card's last 4
find-matched-name = name
find-bench-about = Measures the search for names; invented names, in memory
find-bench-head = { $customers } customers, { $queries } searches; times in microseconds
find-bench-line = p50 { $p50 }   p95 { $p95 }   p99 { $p99 }   not found { $missed }
find-bench-size = Index of { $bytes } bytes, { $words } different words, built in { $build } ms
find-verify-names = names for search
find-verify-aliases = numbers for search
