//! Ids of the `intake` catalogue.

ids! {}
