//! Ids of the `screen` catalogue.

ids! {}
