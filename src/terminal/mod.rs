//! Bytes in become keys, cells become few bytes out.
//!
//! What a terminal understands is data ([`Profile`]), taken from the name that the client gave. Nothing is
//! ever asked of the terminal, and nothing outside its profile is sent to it.

pub mod charset;
pub mod decode;
pub mod frame;
pub mod profile;

pub use charset::Charset;
pub use decode::{Decoder, Input, PASTE_IDLE_MS};
pub use frame::Frame;
pub use profile::{Colours, Glyphs, Profile};
