//! Ids of the `domain` catalogue.

ids! {
    UNKNOWN_CUSTOMER = "unknown-customer";
    UNKNOWN_ACCOUNT = "unknown-account";
    UNKNOWN_ITEM = "unknown-item";
    NOT_PERMITTED = "not-permitted";
    REASON_MISSING = "reason-missing";
    NOT_VERIFIED = "not-verified";
    LIMIT_REACHED = "limit-reached";
    BAD_ENTRY = "bad-entry";
    FLOW_FIELD = "flow-field";
    ENTRY_UNBALANCED = "entry-unbalanced";
    ENTRY_NOT_POSITIVE = "entry-not-positive";
    ENTRY_COUNT = "entry-count";
    ENTRY_ACCOUNT_CURRENCY = "entry-account-currency";
    ENTRY_OVERFLOW = "entry-overflow";
    ENTRY_IMPORT_ONLY = "entry-import-only";
    ENTRY_TOO_LARGE = "entry-too-large";
    ENTRY_ACCOUNT_CLOSED = "entry-account-closed";
    REQUEST_REUSED = "request-reused";
    UNKNOWN_FLOW = "unknown-flow";
    UNKNOWN_DRAFT = "unknown-draft";
    UNKNOWN_RECEIPT = "unknown-receipt";
    UNKNOWN_APPROVAL = "unknown-approval";
    UNKNOWN_PRICE = "unknown-price";
    PRICE_STALE = "price-stale";
    OVER_EVERY_LIMIT = "over-every-limit";
    OWN_APPROVAL = "own-approval";
    APPROVAL_CHANGED = "approval-changed";
    ALREADY_REVERSED = "already-reversed";
    NOT_REVERSIBLE = "not-reversible";
    UNITS_GONE = "units-gone";
    RUN_ENDED = "run-ended";
    ORDER_UNFIT = "order-unfit";
    RECORD_MISSING = "record-missing";
    LEG_REFUSED = "leg-refused";
    MAKER_NEEDED = "maker-needed";
    NOT_HALTED = "not-halted";
    NO_PRICE = "no-price";
    RUN_CHANGED = "run-changed";
    OUTCOME_UNKNOWN = "outcome-unknown";
}
