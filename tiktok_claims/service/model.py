"""GET /model: which model and which version of this package the service runs."""

from flask import Blueprint, Response

from tiktok_claims import __version__
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import body


def blueprint(model: Model) -> Blueprint:
    """Return the route for this model."""
    routes = Blueprint("model", __name__)
    description = {"model_version": model.version, "package_version": __version__, **model.metadata}

    @routes.get("/model")
    def show() -> Response:
        return body.json_response(description)

    return routes
