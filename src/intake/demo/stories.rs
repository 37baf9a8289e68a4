//! People planted at fixed numbers in every demo bank: stories to try, and those of the start screen.

use super::maker::Maker;
use crate::{
    domain::CustomerNo,
    text::{Message, MessageId, Said, ids::demo as id},
};

mod cast;
mod deniz;
mod people;
mod start;
mod trouble;

pub(super) use deniz::TODAY_MINUTE as LAST_MINUTE;

/// A story to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoStory {
    /// Its name in files and macros.
    pub name: &'static str,
    /// Whose.
    pub customer: CustomerNo,
    title: MessageId,
}

impl DemoStory {
    /// What there is to see.
    #[must_use]
    pub fn title(&self) -> Said {
        Message::new(self.title.clone()).said()
    }
}

const fn story(name: &'static str, customer: u64, title: MessageId) -> DemoStory {
    DemoStory { name, customer: CustomerNo(customer), title }
}

/// Every story; the first nine have a digit each at the start.
pub const DEMO_STORIES: [DemoStory; 13] = [
    story("break-fx-fund", 10_014_017, id::STORY_BREAK_FX_FUND),
    story("bounced-cheque", 10_015_518, id::STORY_BOUNCED_CHEQUE),
    story("ivr-card-limit", 10_012_876, id::STORY_IVR_CARD_LIMIT),
    story("wedding", 10_017_733, id::STORY_WEDDING),
    story("military-service", 10_023_391, id::STORY_MILITARY_SERVICE),
    story("cancellation", 10_018_690, id::STORY_CANCELLATION),
    story("duplicate-pair", 10_016_409, id::STORY_DUPLICATE_PAIR),
    story("twins", 10_019_264, id::STORY_TWINS),
    story("bad-mood", 10_021_135, id::STORY_BAD_MOOD),
    story("complaint-closes-sales", 10_024_017, id::STORY_COMPLAINT_CLOSES_SALES),
    story("atm-refusal", 10_011_042, id::STORY_ATM_REFUSAL),
    story("missing-contact-data", 10_020_779, id::STORY_MISSING_CONTACT_DATA),
    story("company-three-contacts", 10_030_011, id::STORY_COMPANY_THREE_CONTACTS),
];

pub use start::{OPERATOR, WAITING};

/// Makes a planted customer.
type Make = fn(&mut Maker<'_>);

/// Who is made how, by rising numbers.
pub(super) const CAST: &[(u64, Make)] = &[
    (10_011_042, trouble::atm_refusal),
    (10_012_876, people::ivr_card_limit),
    (10_013_672, start::hale),
    (10_014_017, deniz::closed),
    (10_014_288, start::kerem),
    (10_015_518, trouble::bounced_cheque),
    (10_016_127, start::oya),
    (10_016_409, people::duplicate_first),
    (10_016_410, people::duplicate_second),
    (WAITING.0, start::selin),
    (10_017_733, people::wedding),
    (10_018_690, trouble::cancellation),
    (10_019_264, people::twin_first),
    (10_019_265, people::twin_second),
    (10_020_093, start::isil_yorulmaz),
    (10_020_779, people::missing_contact_data),
    (10_021_135, trouble::bad_mood),
    (10_022_210, start::isil_moda),
    (10_023_391, people::military_service),
    (10_024_017, deniz::open),
    (10_025_127, start::isilay),
    (10_028_034, start::isil_bornova),
    (10_030_011, people::company),
];
