"""GET /docs: the API to read and try in a browser, with Swagger UI."""

from functools import cache
from importlib.metadata import distribution

from flask import Blueprint, Response, send_from_directory

from tiktok_claims.service.pages import page


def blueprint() -> Blueprint:
    """Return the page and the route to the files of Swagger UI."""
    routes = Blueprint("docs", __name__)

    @routes.get("/docs")
    def show() -> Response:
        return page("docs.html")

    @routes.get("/docs/<path:file>")
    def swagger_ui(file: str) -> Response:
        return send_from_directory(_swagger_ui(), file, max_age=86_400)

    return routes


@cache  # looked for when first asked for: it costs start-up nothing
def _swagger_ui() -> str:
    """Where the package keeps Swagger UI's files. It is not imported: serving needs none of its code."""
    return str(distribution("flask-openapi3-swagger").locate_file("flask_openapi3_swagger/templates/swagger"))
