//! Keymaps: TOML becomes a trie of keys to named actions.
