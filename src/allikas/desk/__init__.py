"""The desk: articles by their voices, and a ledger to look through, in a browser; the one door to the web."""
