"""GET and DELETE /videos/ID: all that is stored of one video, to be shown or deleted."""

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from tiktok_claims.history.queries import History
from tiktok_claims.history.store import storable
from tiktok_claims.service import body
from tiktok_claims.service.history_thread import in_thread


def blueprint(history: History) -> Blueprint:
    """Return the routes over this history."""
    routes = Blueprint("videos", __name__)

    @routes.get("/videos/<path:video_id>")
    def show(video_id: str) -> Response:
        video = in_thread(lambda: history.video(str(storable(video_id))))
        if not video["predictions"] and not video["labels"]:
            raise NotFound("Nothing is stored of this video.")
        return body.json_response(video)

    @routes.delete("/videos/<path:video_id>")
    def delete(video_id: str) -> Response:
        deleted = in_thread(lambda: history.delete_video(str(storable(video_id))))
        if not any(deleted.values()):
            raise NotFound("Nothing is stored of this video.")
        return body.json_response(deleted)

    return routes
