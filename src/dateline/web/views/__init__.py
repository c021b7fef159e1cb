"""View models: pure functions from what the ledger tells to what a screen shows."""
