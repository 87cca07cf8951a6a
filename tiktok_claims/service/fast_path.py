"""The fast path: POST /predict of one plain record, without what Flask does around a view, which costs more.

It answers only requests that need nothing else of Flask; every other one goes on to Flask unread, or with its body put
back. Bodies, errors and keys are those of body.py, errors.py and auth.py, so both paths answer alike.
"""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json
from werkzeug.exceptions import HTTPException

from tiktok_claims.service import auth, body, errors, security_headers
from tiktok_claims.service.access_log import ROUTE, ROWS
from tiktok_claims.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATH = "/predict"
HEADERS = [*security_headers.HEADERS.items(), ("Content-Type", body.JSON)]


def install(application: "WSGIApplication", settings: Settings, predict: Callable[[Any], Any]) -> "WSGIApplication":
    """Return the application with the fast path in front of it.

    `predict` turns the value of a body into its prediction, or raises an HTTPException.
    """

    def respond(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if not _is_plain(environ, settings):
            return application(environ, start_response)
        environ[ROUTE] = PATH
        read = partial(environ["wsgi.input"].read, int(environ["CONTENT_LENGTH"]))
        try:
            content = body.read_in_time(read, settings.read_timeout_seconds)
            if not content.startswith(b"{"):  # no object: Flask's view parses it
                environ["wsgi.input"] = BytesIO(content)
                return application(environ, start_response)
            prediction = to_json(predict(body.parse_json(content)), inf_nan_mode="null")
        except HTTPException as error:
            return security_headers.add(errors.problem(error))(environ, start_response)
        environ[ROWS] = 1
        start_response("200 OK", [*HEADERS, ("Content-Length", str(len(prediction)))])
        return [prediction]

    return respond


def _is_plain(environ: "WSGIEnvironment", settings: Settings) -> bool:
    length = environ.get("CONTENT_LENGTH", "")
    return (
        environ["PATH_INFO"] == PATH
        and environ["REQUEST_METHOD"] == "POST"
        and environ.get("CONTENT_TYPE") == body.JSON
        and not environ.get("QUERY_STRING")
        and "HTTP_SEC_FETCH_SITE" not in environ  # sent by browsers: the request may come from our own page
        and "HTTP_X_DO_NOT_STORE" not in environ
        and length.isdecimal()
        and int(length) <= settings.max_body_bytes
        and not auth.at_metrics_port(environ, settings)
        and auth.has_key(environ, settings.api_keys)
    )
