"""What the invented people are asked, sent and publish, in both languages."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ProductStory:
    """A product of a brand: `stock` is what came in before anything was sent."""

    brand: str
    name: str
    sku: str
    value: str
    cost: str
    stock: int

    @property
    def value_amount(self) -> Decimal:
        """Public value, in the workspace's currency."""
        return Decimal(self.value)

    @property
    def cost_amount(self) -> Decimal:
        """What it costs us."""
        return Decimal(self.cost)


@dataclass(frozen=True, slots=True)
class CampaignStory:
    """A campaign: days are counted from the day of loading; `cards` is how many in each stage kind."""

    brand: str
    name: str
    kind: str
    state: str
    goal: str
    brief: str
    starts: int
    ends: int
    budget: str
    hashtags: tuple[str, ...]
    topics: tuple[str, ...]
    skus: tuple[str, ...]
    cards: dict[str, int]


BRANDS = (
    ("Maison Olivier", "https://maison-olivier.example"),
    ("Torréfaction Belleville", "https://belleville-cafe.example"),
    ("Atelier Nord", "https://atelier-nord.example"),
)

PRODUCTS = (
    ProductStory("Maison Olivier", "Savon à l’huile d’olive, 3 × 100 g", "MO-SAV-3", "18.90", "4.20", 120),
    ProductStory("Maison Olivier", "Coffret « Soin d’hiver »", "MO-COF-HIV", "54.00", "16.80", 60),
    ProductStory("Torréfaction Belleville", "Café Huehuetenango, 250 g", "TB-HUE-250", "13.50", "4.90", 90),
    ProductStory("Torréfaction Belleville", "Machine espresso Barista One", "TB-BAR-1", "649.00", "310.00", 8),
    ProductStory("Atelier Nord", "Plaid en laine lavée, 140 × 180", "AN-PLA-140", "129.00", "47.00", 30),
    ProductStory("Atelier Nord", "Parure en lin, 240 × 220", "AN-PAR-240", "219.00", "82.00", 14),
)

CAMPAIGNS = (
    CampaignStory(
        "Maison Olivier", "Box de printemps", "gifting", "active",
        "25 articles ou publications, ton sincère, avant le 30 du mois",
        "Un coffret offert, sans obligation de publier. Mention « produit offert » demandée. Pas de brief éditorial : "
        "nous voulons leur avis, pas le nôtre.",
        -45, 40, "1800.00", ("#maisonolivier", "#produitoffert"),
        ("beauté", "beauty", "maison", "home", "famille", "family", "mode"), ("MO-COF-HIV", "MO-SAV-3"),
        {"prospect": 4, "contacted": 4, "in_conversation": 3, "agreed": 2, "sending": 3, "publishing": 3,
         "published": 3, "done": 2, "declined": 1, "dropped": 1},
    ),
    CampaignStory(
        "Torréfaction Belleville", "Prêt Barista One", "loan", "active",
        "8 tests approfondis de la machine, photos comprises",
        "Machine prêtée six semaines, deux paquets de café offerts avec. Retour à nos frais. "
        "Un article de test ou une vidéo.",
        -70, 50, "4200.00", ("#baristaone", "#bellevillecafé"),
        ("café", "coffee", "cuisine", "food", "tech"), ("TB-BAR-1", "TB-HUE-250"),
        {"prospect": 2, "contacted": 3, "in_conversation": 2, "agreed": 1, "sending": 1, "publishing": 3,
         "published": 2, "done": 1, "declined": 2, "dropped": 1},
    ),
    CampaignStory(
        "Atelier Nord", "Ambassadrices d’hiver", "sponsored", "closed",
        "6 partenariats rémunérés, 1,2 M de portée potentielle",
        "Partenariat rémunéré : une publication et deux stories. « Collaboration commerciale » visible dès "
        "la première ligne.",
        -160, -30, "9500.00", ("#ateliernord",),
        ("maison", "home", "couture", "sewing", "voyage", "travel", "bricolage", "diy"), ("AN-PLA-140", "AN-PAR-240"),
        {"prospect": 1, "contacted": 1, "in_conversation": 1, "agreed": 1, "sending": 1, "publishing": 1,
         "published": 3, "done": 6, "declined": 2, "dropped": 2},
    ),
)  # fmt: skip

#: Next actions by stage kind.
NEXT_ACTIONS = {
    "prospect": ("Lire ses trois derniers articles", "Trouver son adresse e-mail"),
    "contacted": ("Relancer si pas de réponse", "Relancer gentiment"),
    "in_conversation": ("Répondre à sa question sur les délais", "Envoyer le dossier de presse"),
    "agreed": ("Confirmer l’adresse", "Préparer le colis"),
    "sending": ("Vérifier la livraison",),
    "publishing": ("Demander la date de publication", "Proposer des visuels"),
    "published": ("Remercier", "Relever les chiffres à J+7"),
}

LOST = {"declined": ("not_interested", "no_time", "competitor"), "dropped": ("no_answer", "did_not_publish")}

ARTICLES = {
    "fr": (
        "Mon avis après trois semaines d’essai",
        "La box qui sent le Sud",
        "J’ai testé pour vous",
        "Un petit luxe du quotidien",
        "Ce que je garde, ce que je rends",
        "Cocooning : mes indispensables de la saison",
    ),
    "en": (
        "Three weeks in: my honest thoughts",
        "A small everyday luxury",
        "Tested at home, with photos",
        "What stays and what goes back",
        "My winter essentials",
    ),
}

TITLES = {
    "fr": ("Dimanche lent", "Le marché de la semaine", "Questions de lectrices", "Pas à pas", "Ma liste du mois"),
    "en": ("Slow Sunday", "This week’s finds", "Readers ask", "Step by step", "Monthly favourites"),
}

NOTES = {
    "fr": (
        "Très réactive par message, préfère un e-mail pour les accords.",
        "Ne travaille pas le mercredi (enfants).",
        "Demande toujours à garder le produit : prévoir un don.",
        "Rencontrée au salon Blogo, elle connaît déjà la marque.",
    ),
    "en": (
        "Quick on direct messages, wants agreements by e-mail.",
        "Off on Fridays.",
        "Always asks to keep the product: plan a gift.",
        "Met at the spring fair, knows the brand already.",
    ),
}

#: Whose first channel cannot be read: why, what it is now, and days since it last could.
FAILURES = {
    "Lucie Faure": ("not_found", "gone", 5),
    "Antoine Rivière": ("not_found", "gone", 12),
    "Sophie Delattre": ("blocked", "blocked", 9),
    "Kate Morrison": ("unreachable", "stale", 23),
}

#: Title, days from today, owner (0 the person who loads, 1 and 2 colleagues), done.
TASKS = (
    ("Relancer les cinq sans réponse", -2, 0, False),
    ("Vérifier les adresses avant l’envoi de jeudi", -1, 1, False),
    ("Appeler Belleville pour les machines de retour", 0, 0, False),
    ("Relever les chiffres des publications de la semaine", 0, 0, False),
    ("Préparer le point mensuel Maison Olivier", 2, 2, False),
    ("Choisir les visuels de la box d’été", 5, 1, False),
    ("Mettre à jour la liste des jardins", 9, 2, False),
    ("Facture Ambassadrices, dernière relance", -12, 2, True),
    ("Remercier les ambassadrices", -20, 0, True),
    ("Commander des cartons", -6, 1, True),
)

#: What was promised, days from today, owner as above, stage kind of the card it was promised to, kept.
PROMISES = (
    ("Lui dire si la marque accepte une seconde box pour ses lectrices", -3, 0, "in_conversation", False),
    ("Envoyer les photos en haute définition", 0, 0, "publishing", False),
    ("Répondre sur les dates du prêt", 1, 2, "agreed", False),
    ("Partager son article sur le compte de la marque", 4, 1, "published", False),
    ("Lui garder un coffret de la prochaine édition", 45, 0, "done", False),
    ("Un code de réduction pour sa communauté", -9, 1, "publishing", True),
)
