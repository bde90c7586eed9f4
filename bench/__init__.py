"""Adapters to public benchmarks; `make bench` runs them and writes docs/benchmarks.md. Not installed."""
