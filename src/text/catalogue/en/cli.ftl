# The store
cli-store-owned = The store is in use by another process (pid { $pid }): { $path }. Try again when that process has ended.
cli-store-owned-by-unknown = The store is in use by another process: { $path }. Try again when that process has ended.
cli-store-damaged = The store is damaged ({ $place }). { $what } Nothing was changed. { $remedy }
cli-store-version = The store was written in format { $found }; this program reads format { $known }. Use the version of tekil that wrote it. Nothing was changed.
cli-disk-full = No space is left on the disk: { $path }. What was saved before is kept, this step was not saved. Free some space and run the command again.
cli-store-poisoned = Writing to the store failed. The outcome of the last step is not known; do not send it again. Check the disk, then run "tekil verify".
cli-store-unavailable = The store cannot be used now. Run the command again; if it persists, check the permissions of the folder and the space on the disk.
cli-store-not-a-folder = --store must be a folder; "{ $value }" is not a folder's name. Example: --store /data/bank

# Paths and files
cli-path-not-found = There is no such file or folder: { $path }. Check the path.
cli-path-read-only = The disk is read-only, nothing can be written: { $path }. Mount it writable, or name another folder.
cli-path-no-permission = Permission denied: { $path }. Correct the permissions, or run as a user who has them.
cli-path-not-a-directory = This is not a folder: { $path }. Give the name of a folder.
cli-path-exists = Something is here already and was not overwritten: { $path }. Give the name of an empty or new folder.
cli-path-io = Cannot be read or written: { $path }. Check the disk and the file.
cli-no-home = There is no place for the store: XDG_DATA_HOME or HOME must be a folder that begins with /. Name a folder with --store.
cli-too-many-files = One import takes at most { $max } files. Split them over several imports.
cli-folder-empty = The folder has no files: { $path }. Name the folder that holds them.

# Values
cli-bad-language = { $place }: "{ $value }" is not a known language. Write tr or en.
cli-not-utf8 = { $place }: the value is not UTF-8: { $value }. Write it in UTF-8.
cli-bad-now = { $place }: "{ $value }" will not do. Write a moment between the years 1970 and 9999 with its time zone, such as 2026-11-24T10:42:00+03:00
cli-bad-clock = The machine's clock cannot be read or stands before 1970. Set it, or give --now.
cli-bad-customer = "{ $value }" is not a customer number. Write digits only; example: 1787
cli-not-one-of = { $place }: "{ $value }" is not known. It must be one of: { $names }.
cli-bad-size = --size: "{ $value }" is not a screen size. Write columns x rows, such as 80x24; at least { $min }, at most { $max }.
cli-bad-count = { $place }: "{ $value }" will not do. Write a whole number from { $min } to { $max }.
cli-output = The answer could not be written. Check where the output goes.
cli-panic = The program has a defect and stopped. Error no. { $id } ({ $place }). Nothing that was saved is lost; "tekil verify" checks it. Give this number to the support team.
cli-pack-faults = The pack has faults ({ $count }). Correct them and check with "tekil pack check".

# Wrong use
cli-unknown-command = There is no command "{ $value }".
cli-unknown-option = There is no option { $value } here.
cli-word-too-many = "{ $value }" is one word too many.
cli-missing-word = The command is incomplete, this must be given: { $value }
cli-missing-value = Its value is missing: { $value }
cli-value-not-taken = This option takes no value: { $value }
cli-given-twice = Must be given once only: { $value }
cli-argument-not-utf8 = A word of the command is not UTF-8. Write it in UTF-8; file names are free of this.
cli-usage-other = The command was not understood.
cli-nearest = Did you mean: { $word }
cli-see-help = Usage: tekil --help, or tekil COMMAND --help

# Help
cli-about = tekil: a bank's one screen about one customer.
cli-usage-root = tekil [OPTIONS] [COMMAND | CUSTOMER]
cli-usage-command = tekil { $words } [OPTIONS]
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-global = Options of every command (environment variable in brackets)
cli-heading-words = Words
cli-help-examples = First step: type tekil; an empty store is filled with a sample bank.
cli-option-help = Shows this help
cli-option-version = Shows the version
cli-option-store = The bank's store; default tekil/bank in your data folder (TEKIL_STORE)
cli-option-pack = The bank pack; default the sample pack in the program (TEKIL_PACK)
cli-option-lang = Language: tr or en; default tr (TEKIL_LANG, then LANG)
cli-option-operator = Who is acting; in a sample bank demo (the default), gise, yonetici, denetci, admin; another name only looks (TEKIL_OPERATOR)
cli-option-contact = The contact: call id or ticket (TEKIL_CONTACT)
cli-option-reason = Why this customer is looked at
cli-option-now = Fixed business time, such as 2026-11-24T10:42:00+03:00 (TEKIL_NOW)
cli-option-outbound = The bank began the contact: without consent no sales sentence is said
cli-option-json = Writes one JSON document, for programs
cli-word-customer = Customer number

# desk
cli-desk-about = The start: fills an empty store with the demo bank, shows a customer

# show and why
cli-show-about = Prints a customer's one screen
cli-desk-touchpoint = Where you sit: call-center, branch, ivr, digital; default branch for a teller, else call-center
cli-show-touchpoint = Where: call-center, branch, ivr, digital; default call-center
cli-show-size = Screen size; default 80x24
cli-show-glyphs = Drawing characters: unicode, latin5, ascii; default unicode
cli-show-list = Prints a list line by line in place of the screen: products, transactions, errors, complaints, people
cli-aloud-stories = Demo stories: { $count }
cli-aloud-work = My work left: { $count }
cli-aloud-calls = To call: { $count }
cli-aloud-held = Holds: { $what }
cli-aloud-not-held = Does not hold: { $what }
cli-desk-aloud = Prints line by line in place of the screen (for screen readers)
cli-show-plain = Plain lines without drawing (for screen readers)
cli-why-about = Explains an alert or an offer with every value and rule it rests on
cli-why-kind = What can be explained: alert, offer
cli-why-id = The alert rule's or offer's name ("tekil show CUSTOMER --plain" and "tekil decide CUSTOMER" write them); one that did not fire or is held may be asked about too
cli-empty-store = The store is empty: { $path }. Type tekil to fill it with a demo bank, or tekil import to bring in your own data.

# import
cli-import-about = Brings a source's files into the store; a repeat changes nothing
cli-import-layout = Layout of the files: berka, warehouse, rates
cli-import-paths = Files or folders (.gz too)
cli-import-rejects = Writes the rejected rows to this CSV file
cli-import-strict = Writes nothing if any row is bad

# init and pack
cli-init-about = Writes an editable pack and a settings file
cli-init-dir = A new or empty folder
cli-pack-about = Checks a bank pack
cli-pack-check-about = Shows every fault of a pack with its place
cli-pack-check-dir = The pack's folder
cli-pack-sound = The pack is sound: { $name } · { $path }

# verify, rebuild, bench
cli-verify-about = Checks the store: ledger, journal, indexes
cli-verify-what = What to check: ledger, journal, indexes; default all
cli-rebuild-about = Makes the index again from the journal
cli-bench-about = Measures this installation
cli-text-long = { $place } can have at most { $max } characters. Shorten it and type again.
cli-store-empty-path = --store was given empty. Type the bank's folder, or leave the option out.
cli-bench-open-about = Measures opening a customer; every look is recorded
cli-bench-commit-about = Measures commits (in a sample bank only)
cli-bench-customers = With how many customers
cli-bench-writers = Numbers of writers at once, such as 1,8,64
cli-bench-flow = Also measures runs of this flow, on a copy of the store

# What opening found
cli-notice-rebuilt-boot = The machine has restarted since the last use; the index was made again from the journal (frames: { $frames }). Nothing is lost.
cli-notice-rebuilt-missing = There was no index; it was made again from the journal (frames: { $frames }). Nothing is lost.
cli-notice-rebuilt-bad = The index could not be read; it was made again from the journal (frames: { $frames }). Nothing is lost.
cli-notice-rebuilt-unwitnessed = There was neither an index nor a checkpoint; the index was made again from the journal (frames: { $frames }). The journal agrees with itself; whether records are missing at its end cannot be known here, compare with a backup.
cli-notice-rebuilt-asked = The index was made again from the journal (frames: { $frames }).
cli-notice-set-aside = The old index was kept: { $path }
cli-notice-replayed = The program was cut off last time; everything that was saved is here. There is nothing to do.
cli-notice-torn = The program was cut off while saving: a last record that was never confirmed was dropped ({ $segment }, { $bytes } bytes from byte { $at }). Check your last work.
cli-notice-checkpoint = The checkpoint could not be read, the journal was read from the start. Nothing is lost.
cli-not-a-store = There is no store here: { $path }. Check the path, or name an empty folder and fill it with tekil or tekil import.
cli-progress-index = Index
cli-progress-import = Import
cli-progress-verify = Check

# init
cli-init-done = { $count } files written: pack { $pack }, settings { $settings }
cli-init-check = After editing, check it: tekil pack check { $pack }
cli-init-source = To work with these settings: set -a; . { $settings }; set +a
cli-settings-head = Settings of tekil: each line stands for the option of the same name.
cli-settings-use = In a shell: set -a; . tekil.env; set +a. As a service: EnvironmentFile=
cli-shape-customer = CUSTOMER
cli-shape-why = CUSTOMER alert|offer ID
cli-shape-import = LAYOUT PATH…
cli-why-rule = Rule: { $rule }
cli-why-decided = Decided with: pack { $policy }, model { $model }
cli-rebuild-same = The state hash is the same as before: { $hash }
cli-rebuild-different = The old index had another state hash; the journal counts, the new one is: { $hash }
cli-rebuild-unknown = The old index's state hash could not be read; the new one is: { $hash }
cli-verify-checked = Checked: { $what }
cli-verify-count = { $what } { $count }
cli-verify-fault = FAULT { $place }: { $what }
cli-verify-clean = No faults.
cli-verify-faults = Faults found: { $count }. Do not use the store. { $remedy }
cli-verify-hash = State hash: { $hash }
cli-store-is-demo = The store is a sample bank's (pack { $found }); it does not open with pack { $asked }. Leave --pack out, or name another folder with --store.
cli-store-is-real = The store was made with pack { $found }; it does not open with pack { $asked }. Name that pack with --pack, or another folder with --store.
cli-operator-not-believed = This is a bank's store; a name given as an option ({ $name }) is not believed. Run it without --operator and TEKIL_OPERATOR.
cli-unexpected-answer = The bank gave an answer that was not expected. Run the command again; if it persists, tell the support team.

# desk
cli-shape-desk = [CUSTOMER]
cli-desk-filled = The store was empty and was filled with a demo bank of invented people: { $path }
cli-desk-ready = The store is ready: { $path }. To see a customer: tekil CUSTOMER
cli-desk-workstation = The workstation opens in a terminal: tekil{ $again }
cli-desk-plain = This terminal cannot move its cursor (TERM={ $term }), so the workstation does not open here. To read line by line: tekil show { $customer } --plain
cli-desk-next = Next:
cli-next-branch = the customer, as a branch sees it
cli-next-why = why this alert is there
cli-next-plain = a customer, line by line
cli-next-list = one of the lists, line by line
cli-next-find = finds a customer
cli-next-json = for programs
cli-next-import = bring in your own data
cli-next-verify = check the store
cli-next-help = all commands

# import
cli-import-refused = Nothing was imported and the store is unchanged. Faults: { $count }. Correct them and import again.
cli-import-stopped = A file could not be read to its end; the rows before that are imported. Put the file right and import all files again; nothing is taken twice.
cli-import-more-rejects = … and { $count } more (--rejects FILE writes them all)
cli-import-totals = Customers { $customers } · accounts { $accounts } · cards { $cards }
cli-import-rates = Rates: of { $day }, currencies { $count }
cli-import-loans = Loans { $count } · { $sum }
cli-import-orders = Standing orders { $count } · { $sum }
cli-import-transactions = Transactions { $count } · { $sum }
cli-import-notes = Odd in the source: accounts whose balance does not match their rows: { $differs }, accounts that were negative: { $negative }
cli-import-skipped = Skipped, since the name begins with a dot: { $names }. Rename what belongs to the import.
cli-import-none-taken = No row was taken ({ $seconds } s).
cli-import-done = Imported in { $seconds } s.
cli-import-nothing-new = Nothing new, the store is unchanged ({ $seconds } s).
cli-column-file = File
cli-column-rows = rows
cli-column-accepted = accepted
cli-column-rejected = rejected
cli-bench-real = This is a bank's own store; measuring is for a sample bank or an empty place. Name another folder with --store.
cli-bench-head = { $customers } customers; times in microseconds
cli-bench-run = writers { $writers }   per second { $second }   p50 { $p50 }   p99 { $p99 }   sled alone per second { $peer }
cli-bench-cost = { $cpu } µs of processor each; at most { $rss } MiB of memory
cli-bench-flow-run = writers { $writers }   per second { $second }   p50 { $p50 }   p99 { $p99 }   flow { $flow }
cli-bench-flow-few = { $needed } writers need { $needed } customers; this store has { $found } left who can do { $flow }. Make a larger sample bank with tekil demo, or give fewer --writers.
cli-bench-not-posted = A measured run waits for a second person or halted. Give amounts under the limit with --set.
cli-progress-bench = Preparing
cli-verify-accounts = accounts
cli-verify-balances = balances
cli-verify-customers = customers
cli-verify-due = due items
cli-verify-entries = ledger entries
cli-verify-owner-index = account owners
cli-verify-record-index = record owners
cli-verify-postings-with-request = postings with request
cli-verify-records = customer records
cli-verify-statement-blocks = statement blocks
cli-verify-statement-heads = statements
cli-verify-statement-rows = statement rows
cli-verify-traces = traces
cli-verify-indexes = index entries
cli-verify-journal = journal batches
cli-why-ids = The ids of the alerts: tekil show { $customer } --plain
cli-import-next = To see a customer: tekil show CUSTOMER
cli-disk-full-in-doubt = No space is left on the disk. What was saved before is kept; whether the last step was saved shows at the next opening. Free some space, then run "tekil verify".
cli-rejects-exist = { $path } exists and is left as it is. Name a new file.
cli-rejects-lost = The import is complete and saved; only the file { $path } could not be written. Repeat it with another file name: the store stays the same and the list is written.
cli-path-not-a-file = { $path } is not a regular file. Name a file or a folder.
cli-store-unfinished = The making of the store in { $path } was cut off; nothing had been stored. Type tekil or run an import to finish it.
cli-verify-owed = An import was cut off: amounts and alerts may be incomplete. Import the same files again; nothing is lost.

# Names of values in the help
cli-value-customer = CUSTOMER
cli-value-layout = LAYOUT
cli-value-path = PATH
cli-value-file = FILE
cli-value-dir = DIR
cli-value-name = NAME
cli-value-id = ID
cli-value-text = TEXT
cli-value-moment = MOMENT
cli-value-size = COLUMNSxROWS
cli-value-keymap = NAME|FILE

# keymap
cli-option-keymap = Keymap: default, 3270, vim or a file; else default (TEKIL_KEYMAP)
cli-keymap-about = Lists, shows and checks keymaps
cli-keymap-list-about = Lists the keymaps in the program
cli-keymap-show-about = Shows all keys of a keymap, place by place
cli-keymap-show-name = A keymap's name or file; else the one in force
cli-keymap-show-markdown = Writes the keys that work in this version as a Markdown table
cli-keymap-check-about = Shows every fault of a keymap file with its place
cli-keymap-check-file = The keymap file
cli-keymap-sound = The keymap is sound: { $name } · { $path } · keys: { $count }
cli-keymap-faults = The keymap has faults ({ $count }). Correct them and check with “tekil keymap check”.
cli-keymap-unknown = There is no keymap “{ $value }”. It must be one of these or the path of a file: { $names }.
cli-keymap-kept = The keymap was not changed; in force: { $name }
cli-keymap-options = pop-up { $leader } ms · Esc { $esc } ms · command line { $prompt }
cli-keymap-later = (not in this version)
cli-keymap-default = Single letters, prefix menus and F-keys
cli-keymap-3270 = No letters: F1 to F24, Tab and the ===> line
cli-keymap-vim = Keys of vim over default
cli-column-keys = Keys
cli-column-place = Place
cli-column-does = What it does
cli-column-action = Action

# decide
cli-decide-about = Decides what to offer; shows what is held and why
cli-decide-head = Customer { $customer }: { $offered } of { $candidates } candidates offered
cli-decide-accept = accept { $percent }%
cli-why-offer-ids = The ids of the offers: tekil decide { $customer }

# flow
cli-value-flow = FLOW
cli-flow-about = Lists, checks and describes flows
cli-flow-list-about = Lists the pack's flows
cli-flow-check-about = Shows every fault of a flow's file, or of the pack's flows, with its place
cli-flow-check-file = The flow's file; else all flows of the pack
cli-flow-describe-about = Writes a flow's screens, fields, legs and the figures that may be named
cli-flow-describe-flow = The flow's name
cli-flow-screens = { $count } screens
cli-flow-none = The pack has no flows: put a file into its flows folder.
cli-flow-sound = Flows are sound: { $names }
cli-flow-faults = The flow has faults ({ $count }). Correct them and check with “tekil flow check”.
cli-flow-unknown = There is no flow “{ $flow }”. “tekil flow list” shows those there are.
cli-flow-screen = Screen { $number }
cli-flow-legs = Legs, in posting order
cli-flow-limits = Amounts above which a second person is asked
cli-flow-figures = Figures that lines and sentences may name
cli-flow-priced = (once a price is held)
# flows without a screen
cli-bad-receipt = “{ $value }” is no receipt number. Example: 2026-1124-000871
cli-bad-id = “{ $value }” is no id; give it as the command printed it.
cli-value-receipt = RECEIPT
cli-word-receipt = Receipt number: 2026-1124-000871
cli-value-approval = APPROVAL
cli-word-approval = The approval's id, as “tekil approvals” prints it
cli-value-quote = QUOTE
cli-value-order = ORDER
cli-value-set = FIELD=VALUE
cli-approvals-about = Lists what waits for a second person
cli-approvals-none = Nothing waits for approval.
cli-approve-about = Approves what waits; everything is checked again
cli-return-about = Sends back what waits, with a reason (--reason)
cli-returned = Sent back; the draft is the maker's again.
cli-returned-reversal = The request to reverse was sent back; receipt { $receipt } stands as it was. { $maker }, who asked, sees why with “tekil approvals --mine”.
cli-approved-before = You approved this before, on { $at }; nothing was posted again. Its receipt:
cli-reverse-about = Takes a posted flow back as a whole: a teller asks (--reason), a supervisor agrees
cli-receipt-about = Prints a receipt; from the second time on it is a copy
cli-outbox-about = Orders to the core system
cli-outbox-list-about = Lists orders with their states, the newest first
cli-outbox-open = Orders that wait: { $count }
cli-order-waiting = waits
cli-order-acknowledged = acknowledged
cli-order-refused = refused
cli-order-dead = given up
cli-order-cancelled = cancelled
cli-flow-run-about = Fills and prices a flow without a screen; --quote with --commit posts exactly that
cli-flow-run-set = A field's value as it would be typed; may be given several times
cli-flow-run-quote = The id of a price that is held
cli-flow-run-order = The customer's yes is this signed order (else the record of the contact)
cli-flow-run-commit = The customer agreed: post it
cli-flow-run-set-late = Fields do not change once priced: --set is not given with --quote. Price again with the new values and without --quote.
cli-flow-run-customer-missing = Say whose it is: --customer 10014017. To take up a price: --quote QUOTE.
cli-flow-run-quote-missing = --commit needs --quote: get a price first and read it to the customer.
cli-flow-run-bad-set = “{ $value }” is not FIELD=VALUE.
cli-flow-run-set-twice = --set { $field } is given twice. Give each field once.
cli-flow-run-priced = Price { $quote } holds until { $until }. To post it: --quote { $quote } --commit
cli-run-task = Stopped half way: task { $task } is open ({ $unit }, { $due })
cli-run-awaits = Waits for approval: { $amount }, your limit is { $limit }. Approval { $approval } lapses at { $until }.
cli-reverse-awaits = The reversal waits for approval: { $amount }. A reversal needs a second person, whatever its amount. Approval { $approval } lapses at { $until }.
cli-reverse-waits = This reversal waits for approval already: { $maker } asked for it on { $at }, reason: { $reason }. No new request was made, the reason is unchanged.
cli-reverse-return = To change or give it up, a supervisor returns it: tekil return { $approval } --reason REASON. If nobody agrees, it lapses at { $until }.
cli-store-older = If it is a demo bank, remove its folder and run tekil demo again; if it was imported, import it again into a new folder.
cli-approvals-mine = Only what you sent for approval, what came of it, and why it was sent back
cli-approvals-none-mine = You sent nothing for approval.
cli-asked-waiting = waits until { $until }
cli-asked-expired = expired; price it again and submit it anew
cli-asked-returned = sent back by { $by }: { $reason }
cli-asked-approved = approved by { $by }
cli-asked-withdrawn = withdrawn
cli-run-reversed = To do it again, begin a new flow; this consent is not used twice.
cli-run-unprinted = Done; receipt { $receipt } could not be printed. Print it: tekil receipt { $receipt }
