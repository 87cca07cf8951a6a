"""Errors of the service, as tests check them."""

from typing import Any

import requests
from werkzeug.test import TestResponse


def problem(response: requests.Response | TestResponse, status: int) -> dict[str, Any]:
    """Check that a response is an RFC 9457 problem of this status, without a traceback, and return its content."""
    assert response.status_code == status, response.text[:300]
    assert response.headers["Content-Type"] == "application/problem+json"
    content: dict[str, Any] = response.json() if isinstance(response, requests.Response) else response.get_json()
    assert {"type", "title", "status", "detail"} <= content.keys()
    assert content["status"] == status
    assert "Traceback" not in response.text
    return content
