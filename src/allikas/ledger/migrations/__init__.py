"""Steps that bring an older ledger up to date, a file a step, named by the version that it makes."""
