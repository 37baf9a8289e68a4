//! Ids of the `import` catalogue.

ids! {
    DUPLICATE = "import-duplicate";
    FIX_DUPLICATE = "import-fix-duplicate";
    DUPLICATE_OTHER = "import-duplicate-other";
    FIX_DUPLICATE_OTHER = "import-fix-duplicate-other";
    NO_CUSTOMER = "import-no-customer";
    FIX_NO_CUSTOMER = "import-fix-no-customer";
    CAUSED = "import-caused";
    FIX_CAUSED = "import-fix-caused";
    NO_ACCOUNT = "import-no-account";
    FIX_NO_ACCOUNT = "import-fix-no-account";
    OTHER_SOURCE = "import-other-source";
    FIX_OTHER_SOURCE = "import-fix-other-source";
    OTHER_OWNER = "import-other-owner";
    FIX_OTHER_OWNER = "import-fix-other-owner";
    OTHER_HOLDER = "import-other-holder";
    FIX_OTHER_HOLDER = "import-fix-other-holder";
    OTHER_CURRENCY = "import-other-currency";
    FIX_OTHER_CURRENCY = "import-fix-other-currency";
    ROW_CHANGED = "import-row-changed";
    FIX_ROW_CHANGED = "import-fix-row-changed";
    ROW_MOVED = "import-row-moved";
    FIX_ROW_MOVED = "import-fix-row-moved";
    FUTURE = "import-future";
    FIX_FUTURE = "import-fix-future";
    SUM_LARGE = "import-sum-large";
    FIX_SUM_LARGE = "import-fix-sum-large";
    TOO_MANY_RECORDS = "import-too-many-records";
    FIX_TOO_MANY_RECORDS = "import-fix-too-many-records";
    TOO_MANY_ROWS = "import-too-many-rows";
    FIX_TOO_MANY_ROWS = "import-fix-too-many-rows";
    NOTE_BALANCE = "import-note-balance";
    NOTE_NEGATIVE = "import-note-negative";
}
