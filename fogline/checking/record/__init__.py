"""Statements against the record: offices in the past, wars, agreements, elections, members, weapons (C2xx)."""
