"""One thing or happening told twice, differently (C103-C110, C156-C158)."""
