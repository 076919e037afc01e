"""Bringing in a list of people from a file: read, map, preview, run in chunks, undo."""
