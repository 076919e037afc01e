"""Who works in the sample workspace."""

from dataclasses import dataclass

from relais.kit.actors import Actor
from relais.workspaces.models import Membership, User
from relais.workspaces.rules import Role

COLLEAGUES = (
    ("Hugo Lemaire", "hugo@relais.example", Role.EDITOR),
    ("Inès Ferrand", "ines@relais.example", Role.MANAGER),
)


@dataclass(frozen=True, slots=True)
class Team:
    """The person who loads, and two colleagues who cannot sign in."""

    people: tuple[User, ...]

    def actor(self, number: int) -> Actor:
        """Return the actor of the person with that number, counted around."""
        return Actor(user_id=self.people[number % len(self.people)].pk)


def gather_team(owner: User) -> Team:
    """Make the colleagues members; they are the same people in every sample workspace."""
    colleagues = []
    for name, email, role in COLLEAGUES:
        person = User.objects.filter(email=email).first() or User.objects.create_user(
            email, None, name=name, language="fr"
        )
        Membership.objects.get_or_create(user=person, defaults={"role": role})
        colleagues.append(person)
    return Team((owner, *colleagues))
