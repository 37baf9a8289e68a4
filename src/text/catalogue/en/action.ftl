# Labels of actions

# Moving
action-select-prev = Select the row above
action-select-next = Select the row below
action-select-first = Select the first row
action-select-last = Select the last row
action-page-up = One page up
action-page-down = One page down
action-next-pane = Go to the next pane
action-prev-pane = Go to the pane before
action-next-field = Go to the next field
action-prev-field = Go to the field before
action-first-field = Go to the first field
action-next-line-field = Go to the first field of the next line
action-next-choice = Next choice
action-prev-choice = Choice before
action-find-next = Go to the next match
action-find-prev = Go to the match before

# Panes and drill-downs
action-focus-summary = Go to the summary
action-focus-alerts = Go to the alerts
action-focus-offers = Go to the offers
action-focus-complaints = Go to the complaints
action-show-history = Show the contact history
action-show-products = Show the products
action-show-transactions = Show the transactions
action-show-errors = Show the errors met
action-show-people = Show the people
action-show-contacts = Show the contact data
action-show-consents = Show the consents
action-show-notes = Show the notes
action-show-work = Show my work
action-go-menu = Show where to go
action-toggle-zoom = Make the pane large or small

# Customer
action-find-customer = Find a customer
action-open-customer = Open a customer by number
action-close-customer = Close the customer
action-open-item = Open what is selected
action-reveal-field = Reveal a hidden field for a moment
action-copy-field = Copy the field
action-refresh-screen = Refresh the screen

# Offers
action-present-offer = Mark the offer as presented
action-take-offer = Take the offer
action-explain-offer = Explain why
action-refuse-offer = Refuse the offer
action-defer-offer = Defer the offer

# Approvals, verification, alerts, complaints
action-approve-request = Approve the request
action-return-request = Return the request
action-answer-right = The answer is right
action-answer-wrong = The answer is wrong
action-send-app-push = Send a confirmation to the app
action-block-card = Block a lost or stolen card
action-resolve-alert = Mark the alert as resolved
action-open-complaint = Open a complaint
action-promise-callback = Promise a call back
action-filter-list = Filter the list

# Flows
action-open-flow-menu = Choose a flow
action-start-flow = Start a flow
action-submit-step = Submit the entry
action-go-back = Go back
action-cancel-flow = Cancel
action-cancel-request = Interrupt the running request
action-open-value-list = List the values of the field
action-show-alternatives = Show the alternatives
action-answer-yes = Yes
action-answer-no = No
action-reprice = Price again
action-retry-step = Try the step again
action-compensate-flow = Ask to put things back
action-mark-helped = It helped
action-mark-hurt = It got in the way
action-new-customer = New customer
action-print-receipt = Print the receipt
action-save-draft = Save the draft
action-resume-draft = Resume the draft

# Editing
action-set-field = Fill a field
action-clear-field = Clear the field
action-erase-to-end = Erase to the end
action-toggle-insert = Insert or overwrite
action-undo-edit = Undo the edit
action-redo-edit = Redo the edit
action-leave-field = Leave the field
action-add-note = Add a note
action-reset-keyboard = Reset the keyboard
action-clear-screen = Clear what was entered

# Macros
action-macro-menu = Macros
action-record-macro = Record a macro
action-play-macro = Play a macro
action-repeat-macro = Repeat the last macro
action-repeat-last = Repeat the last action
action-stop-macro = Stop the macro

# Session
action-show-help = Help
action-show-keys = Show the keys
action-open-palette = Type a command
action-lock-screen = Lock the screen
action-suspend-session = Suspend the session
action-redraw-screen = Redraw the screen
action-set-theme = Change the theme
action-set-language = Change the language (Türkçe)
action-leave-workstation = Leave the workstation

# The hints row: a word or two
action-short-select = select
action-short-page-up = up
action-short-page-down = down
action-short-pane = pane
action-short-field = field
action-short-work = my work
action-short-go = go
action-short-find = find
action-short-close = close
action-short-open = open
action-short-reveal = reveal
action-short-refresh = refresh
action-short-offer = offer
action-short-why = why
action-short-no = no
action-short-later = later
action-short-answer = answer
action-short-block = lost, stolen
action-short-filter = filter
action-short-flows = flows
action-short-submit = go on
action-short-back = back
action-short-cancel = cancel
action-short-list = list
action-short-options = options
action-short-yes = yes
action-short-not = no
action-short-reprice = reprice
action-short-undo = put back
action-short-helped = helped
action-short-hurt = hurt
action-short-new = new customer
action-short-receipt = receipt
action-short-leave = leave
action-short-note = note
action-short-macro = macro
action-short-help = help
action-short-keys = keys
action-short-command = command
action-short-language = TR
action-short-quit = quit

# Places
action-context-global = Everywhere
action-context-start = Start screen
action-context-screen = Customer screen
action-context-list = Lists
action-context-flow = Flow screens
action-context-field = Entry field
action-context-palette = Command line
action-context-receipt = Receipt
action-context-approval = Approvals
action-context-verification = Verification
