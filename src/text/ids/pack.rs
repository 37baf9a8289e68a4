//! Ids of the `pack` catalogue.

ids! {}
