"""Fetch and read what creators publish: feeds, pages, public profiles. No Django inside."""
