//! Ids of the `store` catalogue.

ids! {}
