//! Ids of the `store` catalogue.

ids! {
    FORMAT_FILE = "store-format-file";
    READY_FILE = "store-ready-file";
    SEGMENT_MISSING = "store-segment-missing";
    SEGMENT = "store-segment";
    SEGMENT_FORMAT = "store-segment-format";
    FRAME_CUT = "store-frame-cut";
    FRAME = "store-frame";
    FRAME_SEALED = "store-frame-sealed";
    JOURNAL_SHORT = "store-journal-short";
    JOURNAL_OTHER = "store-journal-other";
    INDEX = "store-index";
    INDEX_SUM = "store-index-sum";
    ENTRY = "store-entry";
    REMEDY_REBUILD = "store-remedy-rebuild";
    REMEDY_FILE = "store-remedy-file";
    REMEDY_VERSION = "store-remedy-version";
    REMEDY_BACKUP = "store-remedy-backup";
}
