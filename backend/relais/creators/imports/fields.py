"""What a column can hold, and what people call it."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import Message


class Field(StrEnum):
    """What a column of the file is about. Counts of followers are measured, never imported as such: see `NOTES`."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PREFERRED_NAME = "preferred_name"
    KIND = "kind"
    CHANNEL = "channel"
    FEED = "feed"
    EMAIL = "email"
    AGENT_EMAIL = "agent_email"
    PHONE = "phone"
    LANGUAGE = "language"
    COUNTRY = "country"
    CITY = "city"
    ADDRESS = "address"
    ADDRESS2 = "address2"
    POSTCODE = "postcode"
    REGION = "region"
    ADDRESS_FORM = "address_form"
    STATUS = "status"
    TAGS = "tags"
    BIOGRAPHY = "biography"
    NOTES = "notes"
    OWNER = "owner"


LABELS: dict[Field, Message] = {
    Field.NAME: _("Name"),
    Field.FIRST_NAME: _("First name"),
    Field.LAST_NAME: _("Last name"),
    Field.PREFERRED_NAME: _("Preferred name"),
    Field.KIND: _("Kind"),
    Field.CHANNEL: _("Blog or profile"),
    Field.FEED: _("Feed of the blog"),
    Field.EMAIL: _("E-mail"),
    Field.AGENT_EMAIL: _("Agent’s e-mail"),
    Field.PHONE: _("Phone"),
    Field.LANGUAGE: _("Language"),
    Field.COUNTRY: _("Country"),
    Field.CITY: _("City"),
    Field.ADDRESS: _("Postal address"),
    Field.ADDRESS2: _("Postal address, second line"),
    Field.POSTCODE: _("Postcode"),
    Field.REGION: _("Region"),
    Field.ADDRESS_FORM: _("Tu or vous"),
    Field.STATUS: _("Relationship status"),
    Field.TAGS: _("Tags"),
    Field.BIOGRAPHY: _("Biography"),
    Field.NOTES: _("Notes"),
    Field.OWNER: _("Owner’s e-mail"),
}


class Measured(StrEnum):
    """A column of our own export that is measured, never imported."""

    NETWORK = "network"
    FOLLOWERS = "followers"
    REACH = "reach"
    ENGAGEMENT = "engagement"
    SIZE = "size"
    PUBLISHED = "published"
    CONTACTED = "contacted"
    OTHERS = "others"


MEASURED: dict[Measured, Message] = {
    Measured.NETWORK: _("Main network"),
    Measured.FOLLOWERS: _("Followers, measured"),
    Measured.REACH: _("Potential reach"),
    Measured.ENGAGEMENT: _("Engagement in percent"),
    Measured.SIZE: _("Size of the audience"),
    Measured.PUBLISHED: _("Last publication"),
    Measured.CONTACTED: _("Last contact"),
    Measured.OTHERS: _("Other phones and addresses"),
}

#: What several columns may hold together; any other field is read from one column only.
REPEATABLE = frozenset({Field.CHANNEL, Field.EMAIL, Field.AGENT_EMAIL, Field.PHONE, Field.TAGS, Field.NOTES})
#: One of these at least makes a person.
IDENTIFYING = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.CHANNEL, Field.FEED, Field.EMAIL})
