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
    REQUEST_REUSED = "request-reused";
    OUTCOME_UNKNOWN = "outcome-unknown";
}
