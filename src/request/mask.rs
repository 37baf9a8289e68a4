//! Masks: what an operator sees of an identifier before there is a reason to see more.
