//! Ids of the `verify` catalogue.

ids! {
    ENTRY_UNBALANCED = "verify-entry-unbalanced";
    BALANCE = "verify-balance";
    CURRENCY_SUM = "verify-currency-sum";
    IMPORT_SUM = "verify-import-sum";
    IMPORT_POSTED = "verify-import-posted";
    IMPORT_UNFINISHED = "verify-import-unfinished";
    UNDER_LIMIT = "verify-under-limit";
    UNKNOWN_ACCOUNT = "verify-unknown-account";
    HEAD = "verify-head";
    ORDER = "verify-order";
    FOREIGN_ROW = "verify-foreign-row";
    NO_HEAD = "verify-no-head";
    MANIFEST = "verify-manifest";
    NO_MANIFEST = "verify-no-manifest";
    OWNER = "verify-owner";
    OWNERS = "verify-owners";
    DUE_MISSING = "verify-due-missing";
    DUE_STALE = "verify-due-stale";
    NO_REQUEST = "verify-no-request";
    NO_AUDIT = "verify-no-audit";
    NO_ENTRY = "verify-no-entry";
    NO_RUN = "verify-no-run";
    NAME = "verify-name";
    NAMES = "verify-names";
    ALIAS = "verify-alias";
    NOT_BOOKED = "verify-not-booked";
    RUN_STATE = "verify-run-state";
    RECEIPT = "verify-receipt";
    ONE_PERSON = "verify-one-person";
    OUTBOX_ORDER = "verify-outbox-order";
    UNREADABLE = "verify-unreadable";
}
