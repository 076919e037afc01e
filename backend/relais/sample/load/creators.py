"""The people, their channels, addresses, tags and notes."""

import re
from datetime import date, datetime, timedelta

from relais.activity.actions import build, record_all
from relais.creators.models import (
    Channel,
    ContactPoint,
    Creator,
    CreatorList,
    CreatorTag,
    ListEntry,
    Note,
    PostalAddress,
    Tag,
)
from relais.kit.text import fold
from relais.sample.load.days import moment
from relais.sample.load.dice import roll, share
from relais.sample.load.team import Team
from relais.sample.people import PEOPLE, Person
from relais.sample.stories import NOTES
from relais.sources.actions import identify
from relais.sources.rules import Platform

PLATFORMS = {
    "b": Platform.BLOG,
    "i": Platform.INSTAGRAM,
    "y": Platform.YOUTUBE,
    "t": Platform.TIKTOK,
    "m": Platform.MASTODON,
    "s": Platform.BLUESKY,
    "p": Platform.PINTEREST,
}
LANGUAGES = {"FR": "fr", "BE": "fr", "CH": "fr", "DE": "de", "ES": "es"}
ADDRESSES = {
    Platform.BLOG: "https://{handle}.example",
    Platform.INSTAGRAM: "https://www.instagram.com/{handle}.example",
    Platform.YOUTUBE: "https://www.youtube.com/@{handle}.example",
    Platform.TIKTOK: "https://www.tiktok.com/@{handle}.example",
    Platform.MASTODON: "https://mastodon.example/@{handle}",
    Platform.BLUESKY: "https://bsky.app/profile/{handle}.example",
    Platform.PINTEREST: "https://www.pinterest.com/{handle}example",
}
STREETS = ("rue des Lilas", "avenue de la Gare", "impasse du Moulin", "rue Victor-Hugo", "High Street", "Mill Lane")
ENTERED_AGO = timedelta(days=180)


def language_of(person: Person) -> str:
    """Return the language the person writes in."""
    if person.country == "CA":
        return "fr" if person.city == "Montréal" else "en"
    return LANGUAGES.get(person.country, "en")


def handle_of(person: Person) -> str:
    """Return the blog's name as it stands in an address."""
    return re.sub(r"[^a-z0-9]", "", fold(person.blog))


def enter_creators(team: Team, today: date) -> list[Creator]:
    """Save everybody, with what hangs on them; the order is that of `PEOPLE`."""
    noon = moment(today, 12)
    creators = Creator.objects.bulk_create(
        [
            Creator(
                name=person.name,
                kind=person.kind,
                preferred_name=person.name.split()[0] if number % 3 == 0 else "",
                address_form=("tu", "vous", "")[number % 3] if language_of(person) == "fr" else "",
                language=language_of(person),
                country=person.country,
                city=person.city,
                owner=team.people[number % 3] if number % 7 else None,
            )
            for number, person in enumerate(PEOPLE)
        ]
    )
    _enter_channels(creators)
    _enter_contacts(creators, noon - ENTERED_AGO)
    _sort(creators)
    _write_notes(creators, team, noon)
    lines = [
        build(
            verb="creator.created",
            subject=creator,
            by=team.actor(number),
            creator_id=creator.pk,
            data={"name": creator.name},
        )
        for number, creator in enumerate(creators)
    ]
    for line in lines:
        line["at"] = noon - ENTERED_AGO
    record_all(lines)
    return creators


def _enter_channels(creators: list[Creator]) -> None:
    channels = []
    for creator, person in zip(creators, PEOPLE, strict=True):
        handle = handle_of(person)
        for letter in person.platforms:
            platform = PLATFORMS[letter]
            ref = identify(url=ADDRESSES[platform].format(handle=handle))
            named = {"key": ref.key, "url": ref.url, "handle": ref.handle}
            channels.append(Channel(creator=creator, platform=ref.platform, title=person.blog, **named))
    Channel.objects.bulk_create(channels)


def _enter_contacts(creators: list[Creator], found_at: datetime) -> None:
    emails, addresses = [], []
    for number, (creator, person) in enumerate(zip(creators, PEOPLE, strict=True)):
        domain = f"{handle_of(person)}.example"
        if number % 6 != 5:  # noqa: PLR2004 - one in six is known without an address
            value = f"bonjour@{domain}" if creator.language == "fr" else f"hello@{domain}"
            emails.append(
                ContactPoint(
                    creator=creator,
                    kind="email",
                    value=value,
                    normalised=value,
                    is_primary=True,
                    source_url=f"https://{domain}/contact",
                    collected_at=found_at,
                )
            )
        if number % 4 != 3:  # noqa: PLR2004 - and one in four has given no postal address
            addresses.append(
                PostalAddress(
                    creator=creator,
                    recipient=person.name,
                    line1=f"{1 + roll('street', person.name, sides=120)} {STREETS[number % len(STREETS)]}",
                    postcode=f"{10_000 + roll('postcode', person.city, sides=85_000)}",
                    city=person.city,
                    country=person.country,
                    is_default=True,
                )
            )
    ContactPoint.objects.bulk_create(emails)
    PostalAddress.objects.bulk_create(addresses)


def _sort(creators: list[Creator]) -> None:
    topics = sorted({person.topic for person in PEOPLE})
    tags = {topic: Tag(name=topic, folded=fold(topic)) for topic in topics}
    tags["coup de cœur"] = Tag(name="coup de cœur", folded=fold("coup de cœur"), colour="pink")
    Tag.objects.bulk_create(tags.values())
    links = [CreatorTag(creator=c, tag=tags[p.topic]) for c, p in zip(creators, PEOPLE, strict=True)]
    links += [CreatorTag(creator=c, tag=tags["coup de cœur"]) for c in creators if share("loved", c.name) > 0.85]  # noqa: PLR2004
    CreatorTag.objects.bulk_create(links)
    spring = CreatorList.objects.create(name="Salon de printemps", folded="salon de printemps")
    ListEntry.objects.bulk_create([ListEntry(list=spring, creator=c) for c in creators[::5]])


def _write_notes(creators: list[Creator], team: Team, noon: datetime) -> None:
    notes, lines = [], []
    for number, creator in enumerate(creators[::4]):
        texts = NOTES["fr" if creator.language == "fr" else "en"]
        at = noon - timedelta(days=7 + roll("note", creator.name, sides=120))
        note = Note(
            creator=creator,
            kind="call" if number % 5 == 0 else "note",
            text=texts[number % len(texts)],
            happened_at=at,
            author=team.people[number % 3],
        )
        notes.append(note)
    Note.objects.bulk_create(notes)
    for number, note in enumerate(notes):
        line = build(
            verb="note.added",
            subject=note,
            by=team.actor(number),
            creator_id=note.creator_id,
            data={"note_id": note.pk, "kind": note.kind, "text": note.text},
        )
        line["at"] = note.happened_at
        lines.append(line)
    record_all(lines)
