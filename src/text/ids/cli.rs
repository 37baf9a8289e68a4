//! Ids of the `cli` catalogue.

ids! {}
