//! Sessions: one model, its queue, and what its effects do.
