"""The examples of the OpenAPI document. Predictions are those of the served model, so they cannot go stale."""

from typing import Any

from tiktok_claims.model import explanation
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT, InvalidRecord, check
from tiktok_claims.settings import Settings

CLAIM = {TEXT: "a neighbour read on a website that the old lighthouse is sinking", "video_view_count": 412_350}
OPINION = {TEXT: "i think that rain is lovely", "verified_status": "verified", "video_duration_sec": 18}
INVALID = {"video_view_count": "many", "views": 3}
TABLE = f"{TEXT},video_view_count\r\ni think that rain is lovely,310\r\n"
FIRST_ID = 0x66108D6522B75FF6  # of predictions
LABEL = {"prediction_id": f"{FIRST_ID:x}", "claim_status": "opinion"}
LABELS = "video_id,claim_status\n7017666017,claim\n"

RECORDS: dict[str, tuple[str, Any]] = {  # name -> summary, body of POST /predict
    "claim": ("A claim", CLAIM),
    "opinion": ("An opinion, minutes old and without counts", OPINION),
    "list": ("A list; the second record is invalid and costs the first nothing", [CLAIM, INVALID]),
    "invalid": ("An invalid record: all its errors at once", INVALID),
}


def requests() -> dict[str, Any]:
    """Return the examples of a request to POST /predict."""
    return {name: {"summary": summary, "value": value} for name, (summary, value) in RECORDS.items()}


def predictions(settings: Settings, model: Model) -> dict[str, Any]:
    """Return the examples of a response of POST /predict."""
    claim, opinion = model.predict([check(CLAIM), check(OPINION)], [None, None])
    (explained,) = explanation.predict(model, [check(CLAIM)], [None])
    if settings.history_url:
        for number, prediction in enumerate((claim, opinion, explained)):
            prediction["prediction_id"] = f"{FIRST_ID + number:x}"
    listed = [claim, {"index": 1, "errors": _errors()}]
    values = {"claim": claim, "opinion": opinion, "list": listed, "claim, explain=true": explained}
    return {name: {"value": value} for name, value in values.items()}


def invalid() -> dict[str, Any]:
    """Return the examples of a response to an invalid record."""
    problem = {
        "type": "about:blank",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "The record cannot be scored.",
        "errors": _errors(),
    }
    return {"invalid": {"value": problem}}


def _errors() -> list[Any]:
    try:
        check(INVALID)
    except InvalidRecord as error:
        return error.errors
    raise AssertionError("the invalid example is invalid")
