"""Stored things of this app, cut by noun."""

from relais.creators.models.channel import Channel
from relais.creators.models.creator import ContactPoint, Creator, CreatorTag, Note, PostalAddress, Tag
from relais.creators.models.imports import Import, ImportMapping, ImportRow
from relais.creators.models.lists import CreatorList, ListEntry, SavedView
from relais.creators.models.merge import DistinctPair, Merge

__all__ = [
    "Channel",
    "ContactPoint",
    "Creator",
    "CreatorList",
    "CreatorTag",
    "DistinctPair",
    "Import",
    "ImportMapping",
    "ImportRow",
    "ListEntry",
    "Merge",
    "Note",
    "PostalAddress",
    "SavedView",
    "Tag",
]
