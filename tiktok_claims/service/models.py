"""GET /models: the versions in the model store, which is current, and what was served when, by whom and why."""

from typing import Any

from flask import Blueprint, Response

from tiktok_claims.model import model_store
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import body
from tiktok_claims.settings import Settings


def blueprint(settings: Settings, model: Model, shadow: Model | None) -> Blueprint:
    """Return the route for a service of this model."""
    routes = Blueprint("models", __name__)
    store = settings.model_path

    @routes.get("/models")
    def show() -> Response:
        versions = model_store.versions(store) if store.is_dir() else []
        content: dict[str, Any] = {
            "model_version": model.version,
            "shadow_version": shadow.version if shadow else None,
            "versions": [{"version": version, "added": added} for version, added in versions],
            "log": model_store.log(store) if store.is_dir() else [],
        }
        return body.json_response(content)

    return routes
