"""What maintainers run once: tables made from packages, and figures about the code. Not installed."""
