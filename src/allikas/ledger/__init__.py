"""The ledger: many readings in one file, findable. The one door to SQLite."""
