"""Every route of the interface is a screen that the browser tests look at."""

from pathlib import Path

from tests.e2e.screens import FIRST, INSIDE, NO_SCREEN, OUTSIDE

ROUTES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "routes"


def address(route: str) -> list[str]:
    """Return the segments of the address that a file answers."""
    return [segment for segment in route.split("/") if segment != "index"]


def matches(route: str, path: str) -> bool:
    segments = path.partition("?")[0].strip("/").split("/")
    expected = address(route)
    return len(segments) == len(expected) and all(
        wanted.startswith("$") or wanted == found for wanted, found in zip(expected, segments, strict=True)
    )


def route_of(path: str, routes: set[str]) -> str | None:
    """Return the file that answers a path; of several, the one with the fewest parameters."""
    found = [route for route in routes if matches(route, path)]
    return min(found, key=lambda route: route.count("$"), default=None)


def test_no_route_is_without_a_screen() -> None:
    # A dash begins the name of what is only shared by routes.
    files = [file for file in ROUTES.rglob("*.tsx") if not file.name.startswith("-")]
    routes = {str(file.relative_to(ROUTES).with_suffix("")) for file in files}
    assert len(routes) > 20
    shown = {route_of(screen.path, routes - set(NO_SCREEN)) for screen in (FIRST, *OUTSIDE, *INSIDE)}
    assert routes - shown == set(NO_SCREEN), "add the route to tests/e2e/screens.py"


def test_a_parameter_is_no_match_for_a_name() -> None:
    routes = {"w/$slug/creators/$id", "w/$slug/creators/duplicates"}
    assert route_of("/w/{slug}/creators/duplicates?page=2", routes) == "w/$slug/creators/duplicates"
    assert route_of("/w/{slug}/creators/{creator}", routes) == "w/$slug/creators/$id"
    assert route_of("/w/{slug}/nowhere", routes) is None
