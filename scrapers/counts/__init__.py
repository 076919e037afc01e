"""Audience numbers as platforms print them in any language, with how much was rounded away."""

from scrapers.counts.parse import UNBOUNDED, parse_count

__all__ = ["UNBOUNDED", "parse_count"]
