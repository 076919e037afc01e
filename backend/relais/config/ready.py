"""Asks a running Relais whether it is ready: `python -m relais.config.ready [address]`, exit status 0 or 1."""

import http.client
import os
import sys
from urllib.parse import urlsplit

from relais.config import env

TIMEOUT = 5


def is_ready(url: str) -> bool:
    """Whether the server at that address says it can serve, asked by a name it answers to."""
    place = urlsplit(url)
    names = env.read_list("RELAIS_ALLOWED_HOSTS")
    headers = {"X-Forwarded-Proto": "https", **({"Host": names[0].lstrip(".")} if names else {})}
    connection = http.client.HTTPConnection(place.hostname or "127.0.0.1", place.port, timeout=TIMEOUT)
    try:
        connection.request("GET", "/readyz", headers=headers)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    default = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    sys.exit(0 if is_ready(sys.argv[1] if len(sys.argv) > 1 else default) else 1)
