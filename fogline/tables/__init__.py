"""The only place that opens data files: schema first, then rows; every file's sha-256 goes into the ledger."""
