"""The headers that every response carries, so that a browser does nothing with it that was not meant."""

from flask import Response

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",  # a page sets its own
}


def add(response: Response) -> Response:
    """Return the response with each header that it does not set itself."""
    response.headers.extend([header for header in HEADERS.items() if header[0] not in response.headers])
    return response
