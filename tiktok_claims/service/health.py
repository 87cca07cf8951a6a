"""GET /health/live and GET /health/ready: for probes."""

from flask import Blueprint, Response

from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import body


def blueprint(model: Model, writer: HistoryWriter | None) -> Blueprint:
    """Return the routes. No application exists without a model that scores, so a live one is ready."""
    routes = Blueprint("health", __name__)

    @routes.get("/health/live")
    def live() -> Response:
        return body.json_response({"status": "live"})

    @routes.get("/health/ready")
    def ready() -> Response:
        # Also 200 while the history is unavailable: without it, the service still predicts.
        status = {"status": "ready", "model_version": model.version, "history": _history(writer)}
        return body.json_response(status)

    return routes


def _history(writer: HistoryWriter | None) -> str:
    if writer is None:
        return "off"
    return "unavailable" if writer.problem else "available"
