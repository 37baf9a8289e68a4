//! Bytes in become keys, cells become few bytes out.
