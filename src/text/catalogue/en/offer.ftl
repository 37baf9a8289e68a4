# Words in the pack's sentences
decision-day-on = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
}
decision-promise-today = by { $time } today
decision-promise-day = by { $time } on { $day }
decision-paid-from-mobile = in the app
decision-refused = { $what } refused
decision-at-branch = Branch
decision-at-call-center = Call centre
decision-at-ivr = IVR
decision-at-atm = ATM
decision-at-mobile = Mobile
decision-at-web = Internet
decision-at-pos = Card terminal
decision-quote-firm = firm
decision-quote-invitation = invitation
decision-quote-rate = { $place } { $what }
decision-quote-amount = { $place } offer { $what }
decision-quote-alone = { $place } offer
decision-quote-quiet = Firm offer: { $offer } ({ $place } { $made } · until { $until })

# Beside the title
decision-note-credit = { $count ->
    [one] { $count } credit offer
   *[other] { $count } credit offers
 } held: { $alert }
decision-note-credit-more = { $count ->
    [one] { $count } credit offer
   *[other] { $count } credit offers
 } held: none beside { $alert }
decision-note-unsuitable = { $count } unsuitable
decision-note-rests = { $count } resting
decision-note-control = { $count } in control group
decision-note-covered = { $count } with a better one
decision-note-others = { $count } others held
decision-note-closed = sales closed: { $stop } · { $count ->
    [one] { $count } offer
   *[other] { $count } offers
 } held
decision-note-closed-alone = sales closed: { $stop }
decision-serve = Service: do what the customer came for, offer nothing
decision-serve-why = { $stop } · sales offers open when that ends
decision-serve-say = How can I help you today?
decision-objection = the customer objected to marketing

# Why a sentence is not said
decision-unsaid-call = No consent to calls: not said
decision-unsaid-message = No consent to messages: not written

# Why an offer is held
decision-held-eligible = not eligible: { $seen }
decision-held-applicable = no need for it now: { $seen }
decision-held-suitable = does not suit the customer: { $seen }
decision-held-credit = no credit is offered beside { $alert }; looked at again once the alert is closed
decision-held-objection = the customer has objected to marketing since { $day }; opens if the objection is withdrawn
decision-held-unwanted = the customer did not want it on { $day }; it is not offered again
decision-held-later = the customer said later; offered again on { $day }
decision-held-expensive = the customer found it too expensive; looked at again on { $day }
decision-held-has-one = the customer has one already; looked at again on { $day }
decision-held-taken = the customer took it; looked at again on { $day }
decision-held-presented = contact frequency: presented { $count } times in { $days } days; opens again on { $day }
decision-held-total = contact frequency: { $count } offers presented in { $days } days; opens again on { $day }
decision-held-stop = sales closed: { $stop }; opens once that is closed
decision-held-control = in the control group that measures it; not offered during the campaign
decision-held-own-quote = the firm offer holds until { $day }; shown quietly, given if asked for
decision-held-quote = for the same product the offer { $offer } holds until { $day }
decision-held-better = for the same product { $offer } fits better
decision-held-worthless = its computed priority is nought
decision-held-rank = { $why } · would then rank { $rank }
decision-seen = { $label } { $value }

# How a line came to its place
decision-line = { $name }: { $why }
decision-formula = Priority: acceptance times weight of the moment, value and business weight
decision-factor-propensity = Probability of acceptance
decision-factor-context = Weight of the moment
decision-factor-value = Value to the bank
decision-factor-lever = Business weight
decision-factor-priority = Priority
decision-percent-added = { $sign }{ $percent }%
