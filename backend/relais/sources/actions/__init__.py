"""What other apps do with sources."""

from relais.sources.actions.following import calm, follow, hurry, unfollow
from relais.sources.actions.lists import read_opml
from relais.sources.actions.looking import identify, look, read_article

__all__ = ["calm", "follow", "hurry", "identify", "look", "read_article", "read_opml", "unfollow"]
