# Keymaps
keymap-key-empty = No key is written.
keymap-key-unknown = This is not a key: { $key }
keymap-key-is-text = In [{ $context }] every printed key is text; { $keys } cannot be bound.
keymap-sequence-long = An action has at most { $max } keys.
keymap-range-bad = This is not a range: { $range }
keymap-arg-of-key = { $arg } does not stand for a key here.
keymap-arg-missing = { $action } needs arg.
keymap-arg-not-taken = { $action } takes no value.
keymap-arg-kind = { $arg } will not do for { $action }.
keymap-command-arg-missing = Write a value after { $action }.
keymap-command-arg-kind = This value will not do for { $action }.
keymap-wanted-digit = Write a digit from 1 to 9, or nothing.
keymap-wanted-letter = Write a small letter: a-z
keymap-wanted-flow = Write the name of a flow, e.g. fx
keymap-wanted-language = Write tr or en, or nothing.
keymap-wanted-text = Write a text of at most 200 characters.
keymap-action-elsewhere = { $action } does nothing in [{ $context }].
keymap-context-unknown = Unknown context: [{ $context }]
keymap-menu-unknown = { $action } opens no menu.
keymap-option-range = { $key } = { $found } will not do: 0 to { $max } milliseconds.
keymap-style-unknown = Unknown style of hints: { $found }
keymap-hints-many = A context has at most { $max } hints.
keymap-bindings-many = A file binds at most { $max } keys.
keymap-base-unknown = The base keymap was not found: { $base }
keymap-base-cycle = Keymaps rest on each other: { $path }
keymap-base-deep = A keymap rests on at most { $max } files.
keymap-key-twice = { $keys } is bound twice in [{ $context }]: { $action }, and { $other } in line { $line }.
keymap-key-prefix = In [{ $context }] { $keys } ({ $action }) meets { $others } ({ $other }) of line { $line }: one begins the other.
keymap-key-taken = { $keys } is taken in [{ $context }]: { $other } in { $file }, line { $line }; { $action } here.
keymap-key-prefix-taken = In [{ $context }] { $keys } ({ $action }) meets { $others } ({ $other }) of { $file }, line { $line }: one begins the other.
keymap-palette-missing = No key of [global] is { $action }; actions without a key could not be reached.
keymap-flow-missing = The pack has no flow { $flow }; menus and hints leave it out.
keymap-help-places = It belongs in: { $contexts }
keymap-help-actions = Names of actions: tekil keymap show default
keymap-help-chord = Write it with C- or M-, e.g. "C-u", or use an F-key.
keymap-help-keys = Examples: "F3", "Enter", "C-l", "S-Tab", "g o"
keymap-help-range = Write it like "1..9" or "a..z", rising, and once.
keymap-help-range-arg = "$digit" goes with "1..9", "$letter" with "a..z".
keymap-help-twice = Delete one of them or bind it to another key.
keymap-help-prefix = Let one of them begin with another key.
keymap-help-override = If you mean to change it, write override = true in this line or at the top of the file.
keymap-help-palette = Write a line such as ":" = "open-palette" in [global].
keymap-help-flow = It appears by itself when the pack gets the flow.
