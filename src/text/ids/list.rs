//! Ids of the `list` catalogue.

ids! {
    // lists
    PRODUCTS = "list-products";
    TRANSACTIONS = "list-transactions";
    ERRORS = "list-errors";
    COMPLAINTS = "list-complaints";
    PEOPLE = "list-people";
    NOTE = "list-note";
    NOTE_DAYS = "list-note-days";
    UNKNOWN = "value-unknown";
    HIDDEN = "value-hidden";
    UNNAMED = "transaction-unnamed";
    OWN_FX_TAX = "transaction-fx-tax";
    OWN_INTEREST = "transaction-interest";
    // labels
    WHEN = "label-when";
    CHANNEL = "label-channel";
    OPERATION = "label-operation";
    TOLD = "label-told";
    CODE = "label-code";
    RECORD = "label-record";
    RECEIPT = "label-receipt";
    TOPIC = "label-topic";
    STATE = "label-state";
    OWNER = "label-owner";
    PROMISE = "label-promise";
    SATISFACTION = "label-satisfaction";
    REFUND = "label-refund";
    COUNTERPARTY = "label-counterparty";
    TEXT = "label-text";
    AMOUNT = "label-amount";
    BALANCE = "label-balance";
    GROUP = "label-group";
    NAME = "label-name";
    TERMS = "label-terms";
    ENDS = "label-ends";
    PERSON = "label-person";
    ROLE = "label-role";
    SIGNATURE = "label-signature";
    SINCE = "label-since";
    // values
    CLOSED_IN = "closed-in";
    OPEN_FOR = "open-for";
    ACCOUNT_DEMAND = "account-demand";
    ACCOUNT_TERM = "account-term";
    PRODUCT_DEMAND = "product-demand";
    PRODUCT_TERM = "product-term";
    GROUP_CHEQUES = "group-cheques";
    CHEQUE_BOUNCED = "cheque-bounced";
    CHEQUE_UNPAID = "cheque-unpaid";
    CHEQUE_SETTLED = "cheque-settled";
    GROUP_DEMAND = "group-demand";
    GROUP_TERM = "group-term";
    GROUP_CARDS = "group-cards";
    GROUP_LOANS = "group-loans";
    GROUP_HOLDINGS = "group-holdings";
    GROUP_INSURANCE = "group-insurance";
    GROUP_ORDERS = "group-orders";
    OVERDRAFT = "product-overdraft";
    LIMIT = "product-limit";
    DEPOSIT_TERMS = "deposit-terms";
    INSTALMENTS = "product-instalments";
    UNITS = "product-units";
    UNITS_ORDERED = "product-units-ordered";
    PRICE_FIXED = "product-price-fixed";
    SIGNS = "person-signs";
    SIGNS_NOT = "person-signs-not";
    // work
    WORK_PROMISE = "work-promise";
    WORK_TASK = "work-task";
    WORK_APPROVAL = "work-approval";
    WORK_DRAFT = "work-draft";
    WORK_RETURNED = "work-returned";
    WORK_DRAFT_AT = "work-draft-at";
    CALL_MATURES = "call-matures";
    CALL_MATURES_SOON = "call-matures-soon";
    CALL_LIFE_EVENT = "call-life-event";
    CALL_SAY_RENEW = "call-say-renew";
    CALL_SAY_LIFE_EVENT = "call-say-life-event";
}
