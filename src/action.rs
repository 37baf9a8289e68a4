//! The closed table of named actions.
