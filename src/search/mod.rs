//! The folded name index and its ranking.
