//! The whole workstation as a pure function.
