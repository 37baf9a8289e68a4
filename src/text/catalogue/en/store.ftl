# What is damaged in a store's files
store-format-file = The store's format number cannot be read.
store-ready-file = A store that was used has no "ready" marker.
store-segment-missing = The journal's first file is missing.
store-segment = The head of a journal file is damaged, or the file does not follow the one before.
store-segment-format = The journal file is in format { $found }; this program reads format { $known }.
store-frame-cut = A record of the journal is cut off.
store-frame = A record of the journal is damaged.
store-frame-sealed = This program cannot open a record of the journal: a key or a newer version is needed.
store-journal-short = The journal is incomplete: it ends with change { $last }, but change { $known } was acknowledged.
store-journal-other = The journal does not agree with the state that was marked beside it.
store-index = The index cannot be read.
store-index-sum = The index does not agree with the journal.
store-entry = A record in the index is damaged or missing.

# What to do
store-remedy-rebuild = Run "tekil rebuild"; it makes the index again from the journal.
store-remedy-file = Put this file back from a backup of the store.
store-remedy-version = Use the version of tekil that wrote the store.
store-remedy-backup = Put a backup of the store back.
