//! Ids of the `demo` catalogue.

ids! {
    ABOUT = "demo-about";
    CUSTOMERS = "demo-customers";
    SEED = "demo-seed";
    REAL_PACK = "demo-real-pack";
    NOT_EMPTY = "demo-not-empty";
    UNFINISHED = "demo-unfinished";
    PROGRESS = "demo-progress";
    DONE = "demo-done";
    STORIES = "demo-stories";
    OPEN = "demo-open";
    STORY_BREAK_FX_FUND = "demo-story-break-fx-fund";
    STORY_BOUNCED_CHEQUE = "demo-story-bounced-cheque";
    STORY_IVR_CARD_LIMIT = "demo-story-ivr-card-limit";
    STORY_WEDDING = "demo-story-wedding";
    STORY_MILITARY_SERVICE = "demo-story-military-service";
    STORY_CANCELLATION = "demo-story-cancellation";
    STORY_DUPLICATE_PAIR = "demo-story-duplicate-pair";
    STORY_TWINS = "demo-story-twins";
    STORY_BAD_MOOD = "demo-story-bad-mood";
    STORY_COMPLAINT_CLOSES_SALES = "demo-story-complaint-closes-sales";
    STORY_ATM_REFUSAL = "demo-story-atm-refusal";
    STORY_MISSING_CONTACT_DATA = "demo-story-missing-contact-data";
    STORY_COMPANY_THREE_CONTACTS = "demo-story-company-three-contacts";
}
