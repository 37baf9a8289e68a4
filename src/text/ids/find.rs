//! Ids of the `find` catalogue.

ids! {
    ABOUT = "find-about";
    TEXT = "find-text";
    LIMIT = "find-limit";
    SHAPE = "find-shape";
    COUNT = "find-count";
    NO_NUMBER = "find-no-number";
    NOBODY = "find-nobody";
    MATCHED_BY = "find-matched-by";
    NAMELESS = "find-nameless";
    MATCHED_NUMBER = "find-matched-number";
    MATCHED_NUMBER_END = "find-matched-number-end";
    MATCHED_IDENTITY = "find-matched-identity";
    MATCHED_PHONE = "find-matched-phone";
    MATCHED_IBAN = "find-matched-iban";
    MATCHED_CARD = "find-matched-card";
    MATCHED_NAME = "find-matched-name";
    BENCH_ABOUT = "find-bench-about";
    BENCH_HEAD = "find-bench-head";
    BENCH_LINE = "find-bench-line";
    BENCH_SIZE = "find-bench-size";
    VERIFY_NAMES = "find-verify-names";
    VERIFY_ALIASES = "find-verify-aliases";
}
