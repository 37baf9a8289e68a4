//! Ids of the `saga` catalogue: what is said of runs of flows, their drafts, approvals and receipts.

ids! {
    BLOCKED_CURRENCY = "saga-blocked-currency";
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
}
