# Runs of flows
saga-blocked-currency = only lira deposits are broken here
saga-blocked-balance = its balance differs from the principal: { $balance }
saga-lapses = { $made_on } { $made }: renewal at { $rate } on { $day } stands; breaking ends it
saga-floor-reached = refused by the core system: FX limit reached
saga-not-done = not done
saga-reference = Reference
saga-task = { $what }
saga-other-flow = Other flow
saga-reversal-of = Reversal: { $title }
saga-reversed = taken back
saga-order-cancelled = Order cancelled
saga-order-stays = Taken by the core system, cannot be taken back
saga-compensate = Asked to put the deposit back: receipt { $receipt }
