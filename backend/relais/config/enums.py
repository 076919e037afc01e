"""Enumerations named in settings, before apps can be imported."""

from collections.abc import Callable

from django.utils.module_loading import import_string


def enum_values(path: str) -> Callable[[], list[str]]:
    """Return a function that imports the enumeration at that dotted path and lists its values."""
    return lambda: [str(item.value) for item in import_string(path)]
