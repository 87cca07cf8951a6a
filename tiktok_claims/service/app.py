"""The HTTP service: the application with its routes. What each route does is in the file of its name."""

from collections.abc import Iterator

from flask import Blueprint, Flask, request
from werkzeug.exceptions import HTTPException

from tiktok_claims import settings as environment
from tiktok_claims.history.queries import History
from tiktok_claims.history.retention import Limits
from tiktok_claims.history.shadow import Shadow
from tiktok_claims.history.store import Store
from tiktok_claims.history.tables import check_schema
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model import scoring
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import (
    access_log,
    auth,
    dashboard,
    docs,
    errors,
    fast_path,
    feedback,
    health,
    labels,
    metrics,
    models,
    monitoring,
    openapi,
    pages,
    predictions,
    queue,
    security_headers,
    videos,
)
from tiktok_claims.service import model as model_route
from tiktok_claims.service.predictor import Predictor
from tiktok_claims.settings import Settings


def load() -> Flask:
    """Return the application with the model file as it is now. Raises InvalidSetting, InvalidModelFile, NewerSchema."""
    settings = environment.read()
    if settings.history_url:
        check_schema(settings.history_url)
    shadow = scoring.load(settings.shadow_model_path) if settings.shadow_model_path else None
    return create_app(settings, scoring.load(settings.model_path), shadow)


def create_app(settings: Settings, model: Model, shadow: Model | None = None) -> Flask:
    """Return the WSGI application that serves `model`; `shadow` predicts beside it, for the history alone.

    Where there is a history, its config holds the HISTORY_WRITER, to be started in each worker, after any fork.
    """
    app = Flask(__name__)
    writer = _history_writer(settings, shadow)
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_body_bytes,
        READ_TIMEOUT_SECONDS=settings.read_timeout_seconds,
        MODEL_VERSION=model.version,
        HISTORY_WRITER=writer,
    )
    app.before_request(_name_route)
    app.before_request(auth.guard(settings))
    app.after_request(security_headers.add)
    app.register_error_handler(HTTPException, errors.problem)
    for blueprint in _blueprints(settings, model, shadow, writer):
        app.register_blueprint(blueprint)
    fast = fast_path.install(app.wsgi_app, settings, Predictor(model.predict, writer).one)
    app.wsgi_app = access_log.install(fast, settings, model.version)  # type: ignore[method-assign, assignment]  # Flask's own way
    return app


def _history_writer(settings: Settings, shadow: Model | None) -> HistoryWriter | None:
    if not settings.history_url:
        return None
    return HistoryWriter(
        Store(settings.history_url, keep_transcripts=settings.keep_transcripts),
        metrics.count_history,
        Limits(settings.history_max_days, settings.history_max_rows, settings.text_max_days, settings.labels_max_days),
        Shadow(shadow.predict) if shadow else None,
    )


def _name_route() -> None:
    if request.url_rule:
        request.environ[access_log.ROUTE] = request.url_rule.rule


def _blueprints(
    settings: Settings, model: Model, shadow: Model | None, writer: HistoryWriter | None
) -> Iterator[Blueprint]:
    history = History(settings.history_url) if writer else None
    yield predictions.blueprint(settings, model, writer)
    yield health.blueprint(model, writer)
    yield model_route.blueprint(model)
    yield models.blueprint(settings, model, shadow)
    last_day = monitoring.last_day(model, history) if history else lambda: None
    yield metrics.blueprint(settings.prometheus_multiproc_dir, last_day)
    yield openapi.blueprint(settings, model)
    yield docs.blueprint()
    yield pages.blueprint(settings, model)
    if history and writer:
        yield feedback.blueprint(settings, history)
        yield labels.blueprint(history)
        yield queue.blueprint(history)
        yield videos.blueprint(history)
        yield monitoring.blueprint(model, history)
        yield dashboard.blueprint(settings, model, history, writer)
