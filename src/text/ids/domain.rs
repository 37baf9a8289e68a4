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
    OUTCOME_UNKNOWN = "outcome-unknown";
}
