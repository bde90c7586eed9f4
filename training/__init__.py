"""The corpus that we wrote ourselves, its guide, and the recipes that turn it into weights. Not installed."""
