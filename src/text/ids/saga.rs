//! Ids of the `saga` catalogue: what is said of runs of flows, their drafts, approvals and receipts.

ids! {
    BLOCKED_CURRENCY = "saga-blocked-currency";
    BLOCKED_UNKNOWN = "saga-blocked-unknown";
    BLOCKED_FREEZE = "saga-blocked-freeze";
    BLOCKED_SEIZURE = "saga-blocked-seizure";
    BLOCKED_PLEDGE = "saga-blocked-pledge";
    BLOCKED_BLOCK = "saga-blocked-block";
    BLOCKED_JOINT = "saga-blocked-joint";
    BLOCKED_BALANCE = "saga-blocked-balance";
    LAPSES = "saga-lapses";
    FLOOR_REACHED = "saga-floor-reached";
    NOT_DONE = "saga-not-done";
    REFERENCE = "saga-reference";
    TASK = "saga-task";
    OTHER_FLOW = "saga-other-flow";
    REVERSAL_OF = "saga-reversal-of";
    REVERSED = "saga-reversed";
    ORDER_CANCELLED = "saga-order-cancelled";
    ORDER_STAYS = "saga-order-stays";
    COMPENSATE = "saga-compensate";
    RECEIPT_HEAD = "saga-receipt-head";
    RECEIPT_COPY = "saga-receipt-copy";
    RECEIPT_CUSTOMER = "saga-receipt-customer";
    RECEIPT_MADE = "saga-receipt-made";
    RECEIPT_CHECKED = "saga-receipt-checked";
    RECEIPT_SPOKEN = "saga-receipt-spoken";
    RECEIPT_DEMO = "saga-receipt-demo";
    RECEIPT_ORDER = "saga-receipt-order";
    RECEIPT_BANK = "saga-receipt-bank";
    RECEIPT_WHY = "saga-receipt-why";
    RECEIPT_REVERSES = "saga-receipt-reverses";
    RECEIPT_REVERSED_BY = "saga-receipt-reversed-by";
    RECEIPT_TOTAL = "saga-receipt-total";
    RECEIPT_STAYS = "saga-receipt-stays";
    RECEIPT_TAKEN = "saga-receipt-taken";
    RECEIPT_WORDS = "saga-receipt-words";
    BESIDE = "saga-beside";
    BESIDE_OFFER = "saga-beside-offer";
    BESIDE_OPEN = "saga-beside-open";
    BESIDE_HOLDS = "saga-beside-holds";
    BESIDE_PASSED = "saga-beside-passed";
    BESIDE_ORDER = "saga-beside-order";
    BESIDE_STAYS = "saga-beside-stays";
}
