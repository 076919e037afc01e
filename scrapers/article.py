"""One published piece, as its own page describes it."""

from scrapers import urls
from scrapers.errors import MalformedError
from scrapers.html import Page
from scrapers.lang import guess_language
from scrapers.model import Article, Document

HEADERS = {"Accept": "text/html,application/xhtml+xml"}
#: Between a title and the name of the site.
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " « ", " » ", " :: ")


def read(doc: Document) -> Article:
    """Read an article's page. Raises MalformedError when the document is no web page."""
    kind = doc.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if "html" not in kind:
        raise MalformedError(f"This address holds {kind[:60] or 'something'}, not a web page.")
    page = Page(doc.body, doc.headers, doc.final_url)
    canonical = urls.canonical(page.canonical or doc.final_url)
    if urls.registrable_domain(canonical) != urls.registrable_domain(doc.final_url):
        # A page may not claim to be somebody else's.
        canonical = urls.canonical(doc.final_url)
    return Article(
        url=doc.url,
        canonical_url=canonical,
        platform=urls.platform_of(doc.final_url),
        title=_without_site(page.title, page.site_name),
        author=page.author,
        published_at=page.published_at,
        site_name=page.site_name or urls.host_of(doc.final_url),
        language=page.language or guess_language(" ".join(page.text_of("p"))),
        image_url=page.image_url,
        description=page.description,
    )


def _without_site(title: str, site_name: str) -> str:
    """Return the title without the name of the site at its end."""
    for separator in _SEPARATORS:
        head, _, tail = title.rpartition(separator)
        if head and site_name and tail.strip().casefold() == site_name.casefold():
            return head.strip()
    return title
