"""Sixty invented people. Names, blogs and towns are plausible; every address ends in `.example`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One creator: who, where they write, what about, and how large their audience is (thousands)."""

    name: str
    blog: str
    country: str
    city: str
    topic: str
    kind: str
    platforms: str
    thousands: float


def _read(table: str) -> tuple[Person, ...]:
    people = []
    for line in table.strip().splitlines():
        name, blog, country, city, topic, kind, platforms, thousands = (cell.strip() for cell in line.split("|"))
        people.append(Person(name, blog, country, city, topic, kind, platforms, float(thousands)))
    return tuple(people)


#: name | blog or handle | country | town | topic | kind | platforms (first letters) | followers in thousands
#: b blog, i instagram, y youtube, t tiktok, m mastodon, s bluesky (sky), p pinterest
PEOPLE = _read("""
Léa Fontaine        | La cuisine de Léa       | FR | Lyon        | cuisine   | blogger    | bip | 18.4
Camille Rousseau    | Les carnets de Camille  | FR | Nantes      | maison    | blogger    | bip | 32.1
Manon Girard        | Manon au jardin         | FR | Angers      | jardin    | blogger    | biy | 9.7
Chloé Marchand      | Peau neuve              | FR | Paris       | beauté    | influencer | iyt | 214.0
Inès Benali         | Inès et les épices      | FR | Marseille   | cuisine   | influencer | it  | 87.5
Sarah Lemoine       | Le placard vert         | FR | Rennes      | mode      | blogger    | bi  | 24.8
Julie Perrin        | Julie petits pas        | FR | Lille       | famille   | blogger    | bi  | 15.2
Émilie Chevalier    | Thé à cinq heures       | FR | Dijon       | cuisine   | blogger    | b   | 4.1
Marion Dubreuil     | Marion coud             | FR | Roubaix     | couture   | blogger    | byp | 41.3
Pauline Vasseur     | Grain de café           | FR | Bordeaux    | café      | blogger    | bi  | 12.6
Anaïs Roche         | Brune et sans filtre    | FR | Toulouse    | beauté    | influencer | it  | 156.0
Clara Montel        | Clara voyage léger      | FR | Grenoble    | voyage    | blogger    | biy | 63.9
Lucie Faure         | Lucie, la vie simple    | FR | Tours       | maison    | blogger    | bi  | 8.3
Mathilde Carpentier | Mathilde et compagnie   | FR | Strasbourg  | famille   | blogger    | bip | 22.0
Zoé Lambert         | Zoé court               | FR | Annecy      | sport     | influencer | iyt | 98.2
Hugo Delmas         | Le geek du canapé       | FR | Paris       | tech      | influencer | yis | 341.0
Thomas Berger       | Torréfié maison         | FR | Lyon        | café      | blogger    | bym | 7.8
Nicolas Picard      | Nicolas cuisine au feu  | FR | Biarritz    | cuisine   | influencer | yi  | 127.0
Antoine Rivière     | Papa en vadrouille      | FR | Montpellier | famille   | blogger    | bi  | 19.9
Maxime Aubert       | Aubert et fils          | FR | Limoges     | bricolage | influencer | yt  | 73.4
Quentin Lacroix     | Rando douce             | FR | Gap         | voyage    | blogger    | bm  | 3.2
Baptiste Noël       | Le verre à moitié plein | FR | Beaune      | vin       | journalist | bs  | 11.4
Amandine Colin      | Amandine et ses chats   | FR | Metz        | maison    | blogger    | bi  | 27.7
Fanny Guérin        | Fanny lit partout       | FR | Le Mans     | livres    | blogger    | bim | 14.5
Océane Besson       | Océane océan            | FR | Lorient     | voyage    | influencer | it  | 52.8
Laure Pasquier      | Laure du temps          | FR | Orléans     | maison    | blogger    | bp  | 36.4
Nadia Cherif        | Nadia pâtisse           | FR | Saint-Denis | cuisine   | influencer | iyt | 189.0
Sophie Delattre     | Sophie s’organise       | FR | Amiens      | maison    | blogger    | bip | 45.1
Élodie Marty        | Mille et une mailles    | FR | Albi        | couture   | blogger    | bi  | 16.8
Aurélie Blanchet    | Carnet d’Aurélie        | FR | La Rochelle | beauté    | blogger    | bi  | 20.3
Gaëlle Le Bihan     | Embruns et beurre salé  | FR | Quimper     | cuisine   | blogger    | bi  | 13.9
Jeanne Maillard     | Jeanne à bicyclette     | FR | Nancy       | sport     | ambassador | bis | 5.6
Vincent Caron       | Vincent goûte           | FR | Reims       | vin       | journalist | bm  | 6.9
Yasmine Haddad      | Yasmine intérieur       | FR | Nice        | maison    | influencer | ip  | 112.0
Charlotte Weber     | Les mots de Charlotte   | FR | Colmar      | livres    | blogger    | b   | 2.4
Salomé Jacquet      | Salomé sans gluten      | FR | Besançon    | cuisine   | blogger    | bip | 29.6
Valérie Ledoux      | Les jolies tables       | BE | Namur       | maison    | blogger    | bi  | 17.1
Noémie Claes        | Noémie papote           | BE | Bruxelles   | beauté    | influencer | iy  | 68.0
Delphine Favre      | Lac et montagnes        | CH | Lausanne    | voyage    | blogger    | bi  | 25.5
Ariane Tremblay     | Ariane à Montréal       | CA | Montréal    | cuisine   | influencer | iyt | 143.0
Emma Clarke         | The Slow Teapot         | GB | Bristol     | food      | blogger    | bi  | 21.6
Olivia Bennett      | Olivia Undone           | GB | London      | beauty    | influencer | iyt | 402.0
Hannah Reid         | Hearth and Heather      | GB | Edinburgh   | home      | blogger    | bip | 38.9
Grace Thornton      | Grace Grows             | GB | Norwich     | garden    | blogger    | by  | 12.2
James Whitfield     | Pour Over Notes         | GB | Manchester  | coffee    | blogger    | bys | 33.3
Tom Ashworth        | Ashworth Makes          | GB | Sheffield   | diy       | influencer | yi  | 255.0
Lucy Hargreaves     | Little Legs Adventures  | GB | York        | family    | blogger    | bi  | 18.8
Amelia Shaw         | Amelia Reads Late       | GB | Oxford      | books     | blogger    | bim | 9.1
Daniel Okafor       | Dan Eats London         | GB | London      | food      | influencer | it  | 176.0
Sophie Turner-Lane  | The Linen Cupboard      | GB | Bath        | home      | blogger    | bip | 47.2
Megan O’Connell     | Salt on the Window      | IE | Galway      | travel    | blogger    | bi  | 15.0
Aoife Brennan       | Aoife Bakes             | IE | Cork        | food      | influencer | iy  | 91.7
Rachel Kim          | Quiet Skin              | US | Portland    | beauty    | influencer | iyt | 1240.0
Megan Alvarez       | Desert Kitchen          | US | Tucson      | food      | blogger    | bip | 58.4
Tyler Brooks        | Third Wave Tyler        | US | Seattle     | coffee    | influencer | yt  | 318.0
Hannah Novak        | Prairie Stitches        | US | Omaha       | sewing    | blogger    | byp | 26.9
Priya Raman         | Priya at Home           | US | Austin      | home      | influencer | ip  | 134.0
Kate Morrison       | Carry-On Kate           | CA | Vancouver   | travel    | blogger    | bi  | 42.5
Lena Hoffmann       | Lena backt              | DE | Köln        | food      | blogger    | bi  | 30.7
Marta Ruiz          | La despensa de Marta    | ES | Valencia    | food      | blogger    | bi  | 23.5
""")
