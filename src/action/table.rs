//! The table itself: one line an action.

use serde::{Deserialize, Serialize};

use crate::text::ids::action as id;

use super::{ArgKind, Context, Spec, Stage, Who};

const EVERYWHERE: &[Context] = &[Context::Global];
const LISTS: &[Context] = &[
    Context::Start,
    Context::Screen,
    Context::List,
    Context::Flow,
    Context::Palette,
    Context::Receipt,
    Context::Approval,
    Context::Verification,
];
const PANES: &[Context] = &[Context::Start, Context::Screen, Context::List];
const FIELDS: &[Context] = &[
    Context::Start,
    Context::Screen,
    Context::List,
    Context::Flow,
    Context::Field,
    Context::Palette,
    Context::Approval,
    Context::Verification,
];
const EDITS: &[Context] = &[Context::Field, Context::Palette, Context::Flow];
const CUSTOMER: &[Context] = &[Context::Screen, Context::List];
const ABOUT: &[Context] =
    &[Context::Screen, Context::List, Context::Flow, Context::Receipt, Context::Verification];
const OPENS: &[Context] = &[
    Context::Start,
    Context::Screen,
    Context::List,
    Context::Flow,
    Context::Palette,
    Context::Receipt,
    Context::Approval,
];
const OFFERS: &[Context] = &[Context::Screen];
const APPROVES: &[Context] = &[Context::Approval, Context::Flow];
const VERIFIES: &[Context] = &[Context::Verification];
const BLOCKS: &[Context] = &[Context::Screen, Context::Verification];
const FILTERS: &[Context] = &[Context::Start, Context::List, Context::Approval];
const SUBMITS: &[Context] = &[Context::Field, Context::Palette, Context::Flow, Context::Verification];
const VALUES: &[Context] = &[Context::Field, Context::Flow, Context::Verification];
const STEPS: &[Context] = &[Context::Flow, Context::Field, Context::Receipt];
const ANSWERS: &[Context] = &[Context::Flow, Context::Field, Context::Approval, Context::Verification];
const RECEIPT: &[Context] = &[Context::Receipt];
const RECEIPTS: &[Context] = &[Context::Screen, Context::List, Context::Receipt];
const STARTS: &[Context] = &[Context::Start, Context::Screen];
const UNDOES: &[Context] =
    &[Context::Screen, Context::Flow, Context::Field, Context::Palette, Context::Receipt];

/// Variant, name, label, short label, argument, where, who, and whether this version does it.
macro_rules! actions {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal $label:ident $short:ident $arg:ident $places:ident
        $who:ident $stage:ident;)*) => {
        /// A named action.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Action {
            $($(#[$doc])+ $variant,)*
        }

        impl Action {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Action] = &[$(Action::$variant),*];

            pub(super) fn spec(self) -> Spec {
                match self {
                    $(Action::$variant => Spec {
                        name: $name,
                        label: id::$label,
                        short: id::$short,
                        arg: ArgKind::$arg,
                        places: $places,
                        who: Who::$who,
                        stage: Stage::$stage,
                    },)*
                }
            }
        }
    };
}

actions! {
    // moving
    /// Selects the row above.
    SelectPrev = "select-prev" SELECT_PREV SHORT_SELECT None LISTS Everybody Built;
    /// Selects the row below.
    SelectNext = "select-next" SELECT_NEXT SHORT_SELECT None LISTS Everybody Built;
    /// Selects the first row.
    SelectFirst = "select-first" SELECT_FIRST SELECT_FIRST None LISTS Everybody Built;
    /// Selects the last row.
    SelectLast = "select-last" SELECT_LAST SELECT_LAST None LISTS Everybody Built;
    /// Moves one page up.
    PageUp = "page-up" PAGE_UP SHORT_PAGE_UP None LISTS Everybody Built;
    /// Moves one page down.
    PageDown = "page-down" PAGE_DOWN SHORT_PAGE_DOWN None LISTS Everybody Built;
    /// Goes to the next pane.
    NextPane = "next-pane" NEXT_PANE SHORT_PANE None PANES Everybody Built;
    /// Goes to the pane before.
    PrevPane = "prev-pane" PREV_PANE SHORT_PANE None PANES Everybody Built;
    /// Goes to the next field.
    NextField = "next-field" NEXT_FIELD SHORT_FIELD None FIELDS Everybody Built;
    /// Goes to the field before.
    PrevField = "prev-field" PREV_FIELD SHORT_FIELD None FIELDS Everybody Built;
    /// Goes to the first field.
    FirstField = "first-field" FIRST_FIELD FIRST_FIELD None FIELDS Everybody Built;
    /// Goes to the first field of the next line.
    NextLineField = "next-line-field" NEXT_LINE_FIELD NEXT_LINE_FIELD None FIELDS Everybody Later;
    /// Takes the next choice of a field; in a find field, of its results.
    NextChoice = "next-choice" NEXT_CHOICE SHORT_SELECT None EDITS Everybody Built;
    /// Takes the choice before.
    PrevChoice = "prev-choice" PREV_CHOICE SHORT_SELECT None EDITS Everybody Built;
    /// Goes to the next match of the last filter.
    FindNext = "find-next" FIND_NEXT FIND_NEXT None PANES Everybody Built;
    /// Goes to the match before.
    FindPrev = "find-prev" FIND_PREV FIND_PREV None PANES Everybody Built;
    // panes and drill-downs
    /// Goes to the summary.
    FocusSummary = "focus-summary" FOCUS_SUMMARY FOCUS_SUMMARY None CUSTOMER Looks Built;
    /// Goes to the alerts.
    FocusAlerts = "focus-alerts" FOCUS_ALERTS FOCUS_ALERTS None CUSTOMER Looks Built;
    /// Goes to the offers.
    FocusOffers = "focus-offers" FOCUS_OFFERS FOCUS_OFFERS None CUSTOMER Looks Built;
    /// Goes to the complaints.
    FocusComplaints = "focus-complaints" FOCUS_COMPLAINTS FOCUS_COMPLAINTS None CUSTOMER Looks Built;
    /// Shows what was said and done in earlier contacts.
    ShowHistory = "show-history" SHOW_HISTORY SHOW_HISTORY None CUSTOMER Looks Later;
    /// Shows the products.
    ShowProducts = "show-products" SHOW_PRODUCTS SHOW_PRODUCTS None CUSTOMER Looks Built;
    /// Shows the transactions.
    ShowTransactions = "show-transactions" SHOW_TRANSACTIONS SHOW_TRANSACTIONS None CUSTOMER Looks Built;
    /// Shows the errors that the customer met.
    ShowErrors = "show-errors" SHOW_ERRORS SHOW_ERRORS None CUSTOMER Looks Built;
    /// Shows who speaks for a company.
    ShowPeople = "show-people" SHOW_PEOPLE SHOW_PEOPLE None CUSTOMER Looks Built;
    /// Shows addresses, numbers and e-mail.
    ShowContacts = "show-contacts" SHOW_CONTACTS SHOW_CONTACTS None CUSTOMER Looks Later;
    /// Shows the consents.
    ShowConsents = "show-consents" SHOW_CONSENTS SHOW_CONSENTS None CUSTOMER Looks Later;
    /// Shows the notes.
    ShowNotes = "show-notes" SHOW_NOTES SHOW_NOTES None CUSTOMER Looks Later;
    /// Shows the work left.
    ShowWork = "show-work" SHOW_WORK SHORT_WORK None EVERYWHERE Everybody Built;
    /// Opens the menu of places.
    GoMenu = "go-menu" GO_MENU SHORT_GO None EVERYWHERE Everybody Built;
    /// Makes the pane large, or small again.
    ToggleZoom = "toggle-zoom" TOGGLE_ZOOM TOGGLE_ZOOM None CUSTOMER Looks Later;
    // customer
    /// Enters the find field.
    FindCustomer = "find-customer" FIND_CUSTOMER SHORT_FIND MaybeText EVERYWHERE Looks Built;
    /// Opens a customer by number.
    OpenCustomer = "open-customer" OPEN_CUSTOMER OPEN_CUSTOMER Text EVERYWHERE Looks Built;
    /// Closes the customer.
    CloseCustomer = "close-customer" CLOSE_CUSTOMER SHORT_CLOSE None ABOUT Looks Built;
    /// Opens what is selected.
    OpenItem = "open-item" OPEN_ITEM SHORT_OPEN MaybeDigit OPENS Everybody Built;
    /// Reveals one hidden field for a moment; it is audited.
    RevealField = "reveal-field" REVEAL_FIELD SHORT_REVEAL None ABOUT Looks Built;
    /// Copies a field of the allow-list; it is audited.
    CopyField = "copy-field" COPY_FIELD COPY_FIELD None ABOUT Looks Later;
    /// Reads the facts again.
    RefreshScreen = "refresh-screen" REFRESH_SCREEN SHORT_REFRESH None EVERYWHERE Everybody Built;
    // offers
    /// Notes that the offer was presented.
    PresentOffer = "present-offer" PRESENT_OFFER PRESENT_OFFER MaybeDigit OFFERS Serves Later;
    /// Takes the offer for the customer.
    TakeOffer = "take-offer" TAKE_OFFER SHORT_OFFER MaybeDigit OFFERS Serves Later;
    /// Explains the selected offer or alert, held ones too.
    ExplainOffer = "explain-offer" EXPLAIN_OFFER SHORT_WHY MaybeDigit CUSTOMER Looks Built;
    /// Notes that the customer refused.
    RefuseOffer = "refuse-offer" REFUSE_OFFER SHORT_NO MaybeDigit OFFERS Serves Later;
    /// Puts the offer off.
    DeferOffer = "defer-offer" DEFER_OFFER SHORT_LATER MaybeDigit OFFERS Serves Later;
    // approvals, verification, alerts, complaints
    /// Approves what another asked for.
    ApproveRequest = "approve-request" APPROVE_REQUEST APPROVE_REQUEST None APPROVES Approves Built;
    /// Returns it to who asked.
    ReturnRequest = "return-request" RETURN_REQUEST RETURN_REQUEST None APPROVES Approves Built;
    /// Counts the caller's answer as right.
    AnswerRight = "answer-right" ANSWER_RIGHT SHORT_ANSWER None VERIFIES Serves Later;
    /// Counts it as wrong.
    AnswerWrong = "answer-wrong" ANSWER_WRONG SHORT_ANSWER None VERIFIES Serves Later;
    /// Asks for a confirmation in the customer's app.
    SendAppPush = "send-app-push" SEND_APP_PUSH SEND_APP_PUSH None VERIFIES Serves Later;
    /// Blocks a lost or stolen card.
    BlockCard = "block-card" BLOCK_CARD SHORT_BLOCK None BLOCKS Serves Later;
    /// Notes that an alert was dealt with.
    ResolveAlert = "resolve-alert" RESOLVE_ALERT RESOLVE_ALERT None CUSTOMER Serves Later;
    /// Opens a complaint.
    OpenComplaint = "open-complaint" OPEN_COMPLAINT OPEN_COMPLAINT None CUSTOMER Serves Later;
    /// Promises a call back.
    PromiseCallback = "promise-callback" PROMISE_CALLBACK PROMISE_CALLBACK None ABOUT Serves Later;
    /// Keeps the rows that hold a text.
    FilterList = "filter-list" FILTER_LIST SHORT_FILTER MaybeText FILTERS Everybody Built;
    // flows
    /// Opens the menu of flows.
    OpenFlowMenu = "open-flow-menu" OPEN_FLOW_MENU SHORT_FLOWS None EVERYWHERE Serves Built;
    /// Starts a flow.
    StartFlow = "start-flow" START_FLOW START_FLOW Flow EVERYWHERE Serves Built;
    /// Submits a field or a step.
    SubmitStep = "submit-step" SUBMIT_STEP SHORT_SUBMIT None SUBMITS Everybody Built;
    /// Goes one step back.
    GoBack = "go-back" GO_BACK SHORT_BACK None EVERYWHERE Everybody Built;
    /// Leaves a pop-up or a flow; nothing is posted.
    CancelFlow = "cancel-flow" CANCEL_FLOW SHORT_CANCEL None EVERYWHERE Everybody Built;
    /// Interrupts the running request.
    CancelRequest = "cancel-request" CANCEL_REQUEST CANCEL_REQUEST None EVERYWHERE Everybody Built;
    /// Lists what a field may hold.
    OpenValueList = "open-value-list" OPEN_VALUE_LIST SHORT_LIST None VALUES Everybody Built;
    /// Shows the other ways to do it.
    ShowAlternatives = "show-alternatives" SHOW_ALTERNATIVES SHORT_OPTIONS None STEPS Serves Built;
    /// Answers yes for the customer.
    AnswerYes = "answer-yes" ANSWER_YES SHORT_YES None ANSWERS Serves Built;
    /// Answers no for the customer.
    AnswerNo = "answer-no" ANSWER_NO SHORT_NOT None ANSWERS Serves Built;
    /// Asks for a new price.
    Reprice = "reprice" REPRICE SHORT_REPRICE None STEPS Serves Built;
    /// Tries a failed step again.
    RetryStep = "retry-step" RETRY_STEP RETRY_STEP None STEPS Serves Built;
    /// Asks that what was done be put back.
    CompensateFlow = "compensate-flow" COMPENSATE_FLOW SHORT_UNDO None STEPS Serves Built;
    /// Notes that the flow helped.
    MarkHelped = "mark-helped" MARK_HELPED SHORT_HELPED None RECEIPT Serves Built;
    /// Notes that it got in the way.
    MarkHurt = "mark-hurt" MARK_HURT SHORT_HURT None RECEIPT Serves Built;
    /// Starts with a new customer.
    NewCustomer = "new-customer" NEW_CUSTOMER SHORT_NEW None STARTS Serves Later;
    /// Prints the receipt.
    PrintReceipt = "print-receipt" PRINT_RECEIPT SHORT_RECEIPT None RECEIPTS Serves Built;
    /// Keeps the flow as a draft.
    SaveDraft = "save-draft" SAVE_DRAFT SAVE_DRAFT None STEPS Serves Built;
    /// Takes up a draft.
    ResumeDraft = "resume-draft" RESUME_DRAFT RESUME_DRAFT None STARTS Serves Built;
    // editing
    /// Fills a field by name; macros use it.
    SetField = "set-field" SET_FIELD SET_FIELD Text STEPS Serves Built;
    /// Empties the field.
    ClearField = "clear-field" CLEAR_FIELD CLEAR_FIELD None EDITS Everybody Built;
    /// Erases from the cursor to the end of the field.
    EraseToEnd = "erase-to-end" ERASE_TO_END ERASE_TO_END None EDITS Everybody Built;
    /// Changes between inserting and overwriting.
    ToggleInsert = "toggle-insert" TOGGLE_INSERT TOGGLE_INSERT None EDITS Everybody Later;
    /// Takes an edit back; a posted step never.
    UndoEdit = "undo-edit" UNDO_EDIT UNDO_EDIT None UNDOES Everybody Later;
    /// Makes it again.
    RedoEdit = "redo-edit" REDO_EDIT REDO_EDIT None UNDOES Everybody Later;
    /// Leaves the field.
    LeaveField = "leave-field" LEAVE_FIELD SHORT_LEAVE None EDITS Everybody Built;
    /// Adds a note.
    AddNote = "add-note" ADD_NOTE SHORT_NOTE None ABOUT Serves Later;
    /// Unlocks the keyboard after an operator error.
    ResetKeyboard = "reset-keyboard" RESET_KEYBOARD RESET_KEYBOARD None EVERYWHERE Everybody Later;
    /// Empties the entry and closes pop-ups.
    ClearScreen = "clear-screen" CLEAR_SCREEN CLEAR_SCREEN None EVERYWHERE Everybody Built;
    // macros
    /// Opens the menu of macros.
    MacroMenu = "macro-menu" MACRO_MENU SHORT_MACRO None EVERYWHERE Serves Later;
    /// Records a macro under a letter.
    RecordMacro = "record-macro" RECORD_MACRO RECORD_MACRO Letter EVERYWHERE Serves Later;
    /// Plays the macro of a letter.
    PlayMacro = "play-macro" PLAY_MACRO PLAY_MACRO Letter EVERYWHERE Serves Later;
    /// Plays the last macro again.
    RepeatMacro = "repeat-macro" REPEAT_MACRO REPEAT_MACRO None EVERYWHERE Serves Later;
    /// Does the last action again.
    RepeatLast = "repeat-last" REPEAT_LAST REPEAT_LAST None EVERYWHERE Everybody Later;
    /// Stops recording or playing.
    StopMacro = "stop-macro" STOP_MACRO STOP_MACRO None EVERYWHERE Serves Later;
    // session
    /// Shows the help.
    ShowHelp = "show-help" SHOW_HELP SHORT_HELP None EVERYWHERE Everybody Built;
    /// Shows the keys of this place.
    ShowKeys = "show-keys" SHOW_KEYS SHORT_KEYS None EVERYWHERE Everybody Built;
    /// Opens the palette.
    OpenPalette = "open-palette" OPEN_PALETTE SHORT_COMMAND None EVERYWHERE Everybody Built;
    /// Locks the session.
    LockScreen = "lock-screen" LOCK_SCREEN LOCK_SCREEN None EVERYWHERE Everybody Later;
    /// Goes to the shell; the session waits.
    SuspendSession = "suspend-session" SUSPEND_SESSION SUSPEND_SESSION None EVERYWHERE Everybody Built;
    /// Draws the whole screen again.
    RedrawScreen = "redraw-screen" REDRAW_SCREEN REDRAW_SCREEN None EVERYWHERE Everybody Built;
    /// Changes the theme.
    SetTheme = "set-theme" SET_THEME SET_THEME MaybeText EVERYWHERE Everybody Built;
    /// Changes the language.
    SetLanguage = "set-language" SET_LANGUAGE SHORT_LANGUAGE MaybeLanguage EVERYWHERE Everybody Built;
    /// Leaves; work left is shown first.
    LeaveWorkstation = "leave-workstation" LEAVE_WORKSTATION SHORT_QUIT None EVERYWHERE Everybody Built;
}
