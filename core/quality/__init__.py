"""How well images agree, from sums alone: one implementation for reports, tests and benchmarks."""
