"""Fetch and read what creators publish: feeds, pages, public profiles. No Django inside."""

__version__ = "0.1.0"
