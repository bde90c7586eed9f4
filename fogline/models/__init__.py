"""The only place that opens weights: load, run, batch."""
