"""Fills a workspace with invented people and half a year of work, through the same actions as the API.

Deterministic: the same day gives the same rows. Loading again finds the workspace and leaves it alone.
"""

from relais.sample.load.workspace import load_sample

__all__ = ["load_sample"]
