"""One act told twice: predicates of a report held against each other, argument by argument."""
