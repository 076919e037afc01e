"""Benchmarks: each measures Relais and the practical limit in turn, in one run, on data it builds itself."""
