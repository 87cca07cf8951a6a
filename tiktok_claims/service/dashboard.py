"""GET /dashboard: the summary of a window as a page. What it says in words and charts: tiktok_claims.monitoring."""

from flask import Blueprint, Response
from werkzeug.exceptions import ServiceUnavailable

from tiktok_claims.history.queries import History
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import charts, phrasing
from tiktok_claims.service import metrics, monitoring
from tiktok_claims.service.pages import page
from tiktok_claims.settings import Settings


def blueprint(settings: Settings, model: Model, history: History, writer: HistoryWriter) -> Blueprint:
    """Return the page over this history."""
    routes = Blueprint("dashboard", __name__)
    folder = settings.prometheus_multiproc_dir

    @routes.get("/dashboard")
    def show() -> Response:
        query = monitoring.query()
        try:
            summary = monitoring.summarize(model, history, query)
        except ServiceUnavailable as error:
            return _unavailable(error, writer.problem, metrics.lost_predictions(folder))
        return page(
            "dashboard.html",
            form_action="'self'",
            summary=summary,
            shown=query.get("shown", "review"),
            status=phrasing.status(summary),
            writer_problem=writer.problem,
            lost=metrics.lost_predictions(folder),
            charts=charts,
            **phrasing.WORDING,
        )

    return routes


def _unavailable(error: ServiceUnavailable, problem: str | None, lost: int) -> Response:
    response = page("history_unavailable.html", writer_problem=problem, lost=lost)
    response.status_code = 503
    response.headers["Retry-After"] = str(error.retry_after)
    return response
