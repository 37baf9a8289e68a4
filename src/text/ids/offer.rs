//! Ids of the `offer` catalogue.

ids! {
    // words in sentences of the pack
    DAY_ON = "decision-day-on";
    PROMISE_TODAY = "decision-promise-today";
    PROMISE_DAY = "decision-promise-day";
    PAID_FROM_MOBILE = "decision-paid-from-mobile";
    REFUSED = "decision-refused";
    AT_BRANCH = "decision-at-branch";
    AT_CALL_CENTER = "decision-at-call-center";
    AT_IVR = "decision-at-ivr";
    AT_ATM = "decision-at-atm";
    AT_MOBILE = "decision-at-mobile";
    AT_WEB = "decision-at-web";
    AT_POS = "decision-at-pos";
    QUOTE_FIRM = "decision-quote-firm";
    QUOTE_INVITATION = "decision-quote-invitation";
    QUOTE_RATE = "decision-quote-rate";
    QUOTE_AMOUNT = "decision-quote-amount";
    QUOTE_ALONE = "decision-quote-alone";
    QUOTE_QUIET = "decision-quote-quiet";
    // beside the title
    NOTE_CREDIT = "decision-note-credit";
    NOTE_CREDIT_MORE = "decision-note-credit-more";
    NOTE_UNSUITABLE = "decision-note-unsuitable";
    NOTE_RESTS = "decision-note-rests";
    NOTE_CONTROL = "decision-note-control";
    NOTE_COVERED = "decision-note-covered";
    NOTE_OTHERS = "decision-note-others";
    NOTE_CLOSED = "decision-note-closed";
    NOTE_CLOSED_ALONE = "decision-note-closed-alone";
    SERVE = "decision-serve";
    SERVE_WHY = "decision-serve-why";
    SERVE_SAY = "decision-serve-say";
    OBJECTION = "decision-objection";
    // why a sentence is not said
    UNSAID_CALL = "decision-unsaid-call";
    UNSAID_MESSAGE = "decision-unsaid-message";
    // why an offer is held
    HELD_ELIGIBLE = "decision-held-eligible";
    HELD_APPLICABLE = "decision-held-applicable";
    HELD_SUITABLE = "decision-held-suitable";
    HELD_CREDIT = "decision-held-credit";
    HELD_OBJECTION = "decision-held-objection";
    HELD_UNWANTED = "decision-held-unwanted";
    HELD_LATER = "decision-held-later";
    HELD_EXPENSIVE = "decision-held-expensive";
    HELD_HAS_ONE = "decision-held-has-one";
    HELD_TAKEN = "decision-held-taken";
    HELD_PRESENTED = "decision-held-presented";
    HELD_TOTAL = "decision-held-total";
    HELD_STOP = "decision-held-stop";
    HELD_CONTROL = "decision-held-control";
    HELD_OWN_QUOTE = "decision-held-own-quote";
    HELD_QUOTE = "decision-held-quote";
    HELD_BETTER = "decision-held-better";
    HELD_WORTHLESS = "decision-held-worthless";
    HELD_RANK = "decision-held-rank";
    SEEN = "decision-seen";
    // how a line came to its place
    LINE = "decision-line";
    FORMULA = "decision-formula";
    FACTOR_PROPENSITY = "decision-factor-propensity";
    FACTOR_CONTEXT = "decision-factor-context";
    FACTOR_VALUE = "decision-factor-value";
    FACTOR_LEVER = "decision-factor-lever";
    FACTOR_PRIORITY = "decision-factor-priority";
    PERCENT_ADDED = "decision-percent-added";
}
