"""What Flask and gunicorn themselves cost: responses that are constants, to compare with.

gunicorn 'benchmarks.constants:with_flask()'        # JSON in and out as Flask has it, no model
gunicorn benchmarks.constants:bare                  # the body is read, no more
"""

from collections.abc import Callable, Iterable
from typing import Any

PREDICTION = {
    "claim_status": "claim",
    "claim_probability": 0.998712,
    "needs_review": False,
    "warnings": [],
    "video_id": None,
    "model_version": "0123456789ab",
}


def with_flask() -> Any:
    """Return an application that predicts the same for each record."""
    from flask import Flask, Response, jsonify, request  # not at the top: the bare one does without

    app = Flask("constant")

    @app.post("/predict")
    def predict() -> Response:
        sent = request.get_json()
        return jsonify([PREDICTION] * len(sent) if isinstance(sent, list) else PREDICTION)

    return app


def bare(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Respond to anything with a few bytes of JSON."""
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", "24")])
    return [b'{"claim_status":"claim"}']
