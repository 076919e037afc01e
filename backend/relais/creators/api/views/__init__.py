"""Creators over HTTP, cut by noun."""
