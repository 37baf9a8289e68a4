//! Ids of the `desk` catalogue: the workstation around the one screen.

ids! {
    // start and find
    PROGRAM = "desk-program";
    FIND = "desk-find";
    FIND_BY = "desk-find-by";
    FOUND_OF = "desk-found-of";
    CUSTOMERS = "desk-customers";
    FOUND_NOBODY = "desk-found-nobody";
    STORIES = "desk-stories";
    WORK = "desk-work";
    WORK_NONE = "desk-work-none";
    CALLS = "desk-calls";
    CALLS_NONE = "desk-calls-none";
    QUOTED = "desk-quoted";
    OPENING = "desk-opening";
    OPENING_CUSTOMER = "desk-opening-customer";
    SEARCH_LOADING = "desk-search-loading";
    NOT_A_NUMBER = "desk-not-a-number";
    NO_WORK = "desk-no-work";
    // lists and details
    TRANSACTIONS = "desk-transactions";
    PRODUCTS = "desk-products";
    ERRORS = "desk-errors";
    COMPLAINTS = "desk-complaints";
    LIST_UNKNOWN = "desk-list-unknown";
    LIST_EMPTY = "desk-list-empty";
    LIST_NO_MATCH = "desk-list-no-match";
    LIST_FILTER = "desk-list-filter";
    LIST_PLACE = "desk-list-place";
    REFUSED = "desk-refused";
    DECIDED_WITH = "desk-decided-with";
    DETAIL_FOOT = "desk-detail-foot";
    DETAIL_FOOT_MORE = "desk-detail-foot-more";
    NOTHING_TO_EXPLAIN = "desk-nothing-to-explain";
    TOO_DEEP = "desk-too-deep";
    // pop-ups
    HELP = "desk-help";
    HELP_FOOT = "desk-help-foot";
    PALETTE = "desk-palette";
    PALETTE_FOOT = "desk-palette-foot";
    PALETTE_NONE = "desk-palette-none";
    MENU_FOOT = "desk-menu-foot";
    LEAVE = "desk-leave";
    LEAVE_FOOT = "desk-leave-foot";
    // one field revealed
    REVEAL = "desk-reveal";
    REVEAL_FOOT = "desk-reveal-foot";
    REVEAL_WHY = "desk-reveal-why";
    REVEAL_REASON = "desk-reveal-reason";
    REVEAL_UNKNOWN = "desk-reveal-unknown";
    REVEALED = "desk-revealed";
    FIELD_NAME = "desk-field-name";
    FIELD_NUMBER = "desk-field-number";
    FIELD_IDENTITY = "desk-field-identity";
    FIELD_MOBILE = "desk-field-mobile";
    // what just happened
    KEYS_WAITING = "desk-keys-waiting";
    FIELD_FULL = "desk-field-full";
    NOT_YET = "desk-not-yet";
    NOT_HERE = "desk-not-here";
    UNKNOWN_THEME = "desk-unknown-theme";
    // outside the screen
    NO_TERMINAL = "desk-no-terminal";
    TERMINAL_FAILED = "desk-terminal-failed";
}
