"""The HTTP service: the application with its routes, keys, errors, health. What each route does is told elsewhere."""

from functools import cache

from flask import Flask, Response, abort, request
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from pydantic_core import to_json
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import HTTPException, Unauthorized

from tiktok_claims.history.queries import History
from tiktok_claims.history.store import Store
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import body, fast_path, feedback, metrics, openapi, pages, predictions
from tiktok_claims.settings import Settings

# What answers without a key where there are keys: nothing in it tells of a video. A new route needs a key.
OPEN = frozenset(
    ("live", "ready", "expose_metrics", "describe_service", "static", "pages.index", "pages.docs", "pages.swagger_ui")
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",  # a page sets its own
}


def create_app(settings: Settings, model: Model) -> Flask:
    """Return the WSGI application that serves `model`.

    Where there is a history, its config holds the HISTORY_WRITER, to be started in each worker, after any fork.
    """
    app = Flask(__name__)
    journal = _journal(settings)
    history = History(settings.history_url) if journal else None
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_body_bytes,
        READ_TIMEOUT_SECONDS=settings.read_timeout_seconds,
        MODEL_VERSION=model.version,
        HISTORY_WRITER=journal,
    )
    about = {"model_version": model.version, **model.metadata}

    @app.before_request
    def guard() -> None:
        if request.url_rule:
            request.environ[metrics.ROUTE] = request.url_rule.rule
        if settings.metrics_bind and fast_path.at_metrics_port(request.environ, settings) != (
            request.endpoint == "expose_metrics"
        ):
            abort(404)
        if (
            request.endpoint
            and request.endpoint not in OPEN
            and not fast_path.has_key(request.environ, settings.api_keys)
        ):
            raise Unauthorized(
                "This needs a key: send Authorization: Bearer KEY, or X-API-Key.",
                www_authenticate=_challenge(request.endpoint),
            )

    @app.after_request
    def harden(response: Response) -> Response:
        own = response.headers
        own.extend([header for header in HEADERS.items() if header[0] not in own])
        return response

    @app.get("/health/live")
    def live() -> Response:
        return body.answer({"status": "live"})

    @app.get("/health/ready")
    def ready() -> Response:
        # no app exists without a model that scores
        return body.answer({"status": "ready", "model_version": model.version})

    @app.get("/model")
    def describe_model() -> Response:
        return body.answer(about)

    today = feedback.gauges(model, history) if history else None

    @app.get("/metrics")
    def expose_metrics() -> Response:
        text = metrics.exposition(settings.prometheus_multiproc_dir, today() if today else None)
        return Response(text, content_type=CONTENT_TYPE_PLAIN_0_0_4)

    @cache  # made when first asked for: it costs start-up nothing
    def document() -> bytes:
        return to_json(openapi.document(settings, model))

    @app.get("/openapi.json")
    def describe_service() -> Response:
        return Response(document(), content_type="application/json")

    app.register_blueprint(predictions.blueprint(settings, model, journal))
    app.register_blueprint(pages.blueprint(settings, model))
    if history:
        app.register_blueprint(feedback.blueprint(settings, model, history))
    app.register_error_handler(HTTPException, body.problem)
    answering = predictions.Answering(model.predict, journal)
    quick = fast_path.install(app.wsgi_app, settings, answering.one, list(HEADERS.items()))
    app.wsgi_app = metrics.watched(quick, settings, model.version)  # type: ignore[method-assign, assignment]  # Flask's own way
    return app


def _challenge(endpoint: str) -> WWWAuthenticate:
    """How a key is to be sent; a browser asks people for one only if it is told the other way."""
    if endpoint == "moderation.show":
        return WWWAuthenticate("basic", {"realm": "API key as password", "charset": "UTF-8"})
    return WWWAuthenticate("bearer")


def _journal(settings: Settings) -> HistoryWriter | None:
    if not settings.history_url:
        return None
    return HistoryWriter(
        Store(settings.history_url),
        metrics.count_kept,
        keep_transcripts=settings.keep_transcripts,
        max_days=settings.history_max_days,
        max_rows=settings.history_max_rows,
    )
