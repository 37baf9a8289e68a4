//! Ids of the `keymap` catalogue.

ids! {
    KEY_EMPTY = "keymap-key-empty";
    KEY_UNKNOWN = "keymap-key-unknown";
    KEY_IS_TEXT = "keymap-key-is-text";
    SEQUENCE_LONG = "keymap-sequence-long";
    RANGE_BAD = "keymap-range-bad";
    ARG_OF_KEY = "keymap-arg-of-key";
    ARG_MISSING = "keymap-arg-missing";
    ARG_NOT_TAKEN = "keymap-arg-not-taken";
    ARG_KIND = "keymap-arg-kind";
    COMMAND_ARG_MISSING = "keymap-command-arg-missing";
    COMMAND_ARG_KIND = "keymap-command-arg-kind";
    WANTED_DIGIT = "keymap-wanted-digit";
    WANTED_LETTER = "keymap-wanted-letter";
    WANTED_FLOW = "keymap-wanted-flow";
    WANTED_LANGUAGE = "keymap-wanted-language";
    WANTED_TEXT = "keymap-wanted-text";
    ACTION_ELSEWHERE = "keymap-action-elsewhere";
    CONTEXT_UNKNOWN = "keymap-context-unknown";
    MENU_UNKNOWN = "keymap-menu-unknown";
    OPTION_RANGE = "keymap-option-range";
    STYLE_UNKNOWN = "keymap-style-unknown";
    HINTS_MANY = "keymap-hints-many";
    BINDINGS_MANY = "keymap-bindings-many";
    BASE_UNKNOWN = "keymap-base-unknown";
    BASE_CYCLE = "keymap-base-cycle";
    BASE_DEEP = "keymap-base-deep";
    KEY_TWICE = "keymap-key-twice";
    KEY_PREFIX = "keymap-key-prefix";
    KEY_TAKEN = "keymap-key-taken";
    KEY_PREFIX_TAKEN = "keymap-key-prefix-taken";
    PALETTE_MISSING = "keymap-palette-missing";
    FLOW_MISSING = "keymap-flow-missing";
    HELP_PLACES = "keymap-help-places";
    HELP_ACTIONS = "keymap-help-actions";
    HELP_CHORD = "keymap-help-chord";
    HELP_KEYS = "keymap-help-keys";
    HELP_RANGE = "keymap-help-range";
    HELP_RANGE_ARG = "keymap-help-range-arg";
    HELP_TWICE = "keymap-help-twice";
    HELP_PREFIX = "keymap-help-prefix";
    HELP_OVERRIDE = "keymap-help-override";
    HELP_PALETTE = "keymap-help-palette";
    HELP_FLOW = "keymap-help-flow";
}
