//! Ids of the `desk` catalogue: the workstation around the one screen.

ids! {
    // start and find
    PROGRAM = "desk-program";
    FIND = "desk-find";
    FIND_BY = "desk-find-by";
    FOUND_OF = "desk-found-of";
    CUSTOMERS = "desk-customers";
    FOUND_NOBODY = "desk-found-nobody";
    FOUND_NO_NUMBER = "desk-found-no-number";
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
    LIST_UNKNOWN = "desk-list-unknown";
    LIST_EMPTY = "desk-list-empty";
    LIST_NO_MATCH = "desk-list-no-match";
    LIST_FILTER = "desk-list-filter";
    REFUSED = "desk-refused";
    WHY = "desk-why";
    DECIDED_WITH = "desk-decided-with";
    NOTHING_TO_EXPLAIN = "desk-nothing-to-explain";
    TOO_DEEP = "desk-too-deep";
    // pop-ups
    HELP = "desk-help";
    HELP_FOOT = "desk-help-foot";
    PALETTE = "desk-palette";
    PALETTE_NONE = "desk-palette-none";
    MENU_FOOT = "desk-menu-foot";
    LEAVE = "desk-leave";
    // words after the keys of a pop-up
    FOOT_FIELD = "desk-foot-field";
    FOOT_SHOW = "desk-foot-show";
    FOOT_CANCEL = "desk-foot-cancel";
    FOOT_LEAVE = "desk-foot-leave";
    FOOT_STAY = "desk-foot-stay";
    FOOT_BACK = "desk-foot-back";
    FOOT_NEXT = "desk-foot-next";
    FOOT_PAGE = "desk-foot-page";
    FOOT_CLOSE = "desk-foot-close";
    NTH = "desk-nth";
    // one field revealed
    REVEAL = "desk-reveal";
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
    REBUILDING = "desk-rebuilding";
    NO_SHELL = "desk-no-shell";
    WAS_CUT_OFF = "desk-was-cut-off";
    WAS_CUT_OFF_SAVING = "desk-was-cut-off-saving";
    WAS_REBUILT = "desk-was-rebuilt";
    SEARCH_FAILED = "desk-search-failed";
    // outside the screen
    BENCH_HEAD = "desk-bench-head";
    BENCH_OPEN_LINE = "desk-bench-open-line";
    BENCH_LINE = "desk-bench-line";
    TERMINAL_FAILED = "desk-terminal-failed";
}
