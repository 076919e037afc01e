from tests.backend.fetching import site

__all__ = ["site"]
