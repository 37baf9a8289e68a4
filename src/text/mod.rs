//! All that people read: messages in Turkish and English, numbers, dates, letters.
//!
//! A message is an id with arguments and is worded when it is shown, so a refusal stays a value and a
//! change of language asks nothing again.

pub mod alphabet;
pub mod amount;
pub mod casing;
pub mod date;
pub mod fold;
pub mod ids;
pub mod lang;
pub mod message;
pub mod safe;
pub mod spelled;
pub mod suffix;

pub use ids::MessageId;
pub use lang::Lang;
pub use message::{Arg, Message, Said};
