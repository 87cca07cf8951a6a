"""The pages that people look at: at / a form for one video and a drop zone for a table of them, at /docs the API.

Knows what a page shows and forbids; the pages themselves ask the service as any other client does.
"""

from functools import cache
from importlib.metadata import distribution
from typing import Any

from flask import Blueprint, Response, make_response, render_template, send_from_directory

from tiktok_claims.features.single import MAX_TOKENS
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import CATEGORIES, MAX_TEXT_CHARACTERS, TEXT
from tiktok_claims.settings import Settings

# Nothing from elsewhere is loaded, no script or style stands in the page, nobody may frame it.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action {form_action}; base-uri 'none'; frame-ancestors 'none'"
)

ENGAGEMENT = {
    "video_view_count": "Views",
    "video_like_count": "Likes",
    "video_share_count": "Shares",
    "video_download_count": "Downloads",
    "video_comment_count": "Comments",
    "video_duration_sec": "Duration (s)",
}
AUTHOR = {"verified_status": "Verification", "author_ban_status": "Account status"}
OPTIONS = {name: tuple(dict.fromkeys(spellings.values())) for name, spellings in CATEGORIES.items()}

# What the example buttons fill in.
EXAMPLES: dict[str, dict[str, Any]] = {
    "A claim": {
        TEXT: "a friend read on a website that swans can sleep on one leg",
        "video_view_count": 412_350,
        "video_like_count": 120_911,
        "video_share_count": 31_020,
        "video_duration_sec": 24,
        "verified_status": "not verified",
        "author_ban_status": "under review",
    },
    "An opinion": {
        TEXT: "i think that evening walks are the best part of any summer",
        "video_view_count": 3_120,
        "video_like_count": 610,
        "video_comment_count": 1,
        "video_duration_sec": 18,
        "verified_status": "verified",
        "author_ban_status": "active",
    },
    "One for review": {
        TEXT: "honestly my cousin says the new ferry is a waste of money, but the report said it pays for itself",
        "video_view_count": 8_400,
        "video_like_count": 2_950,
    },
}


def blueprint(settings: Settings, model: Model) -> Blueprint:
    """Return the page at / for a service with these limits and this model."""
    pages = Blueprint("pages", __name__)

    @pages.get("/")
    def index() -> Response:
        return page(
            "page.html",
            engagement=ENGAGEMENT,
            author=AUTHOR,
            options=OPTIONS,
            examples=EXAMPLES,
            text=TEXT,
            max_characters=MAX_TEXT_CHARACTERS,
            max_words=MAX_TOKENS,
            bounds=model.metadata["bounds"],
            version=model.version,
            settings=settings,
        )

    @pages.get("/docs")
    def docs() -> Response:
        return page("docs.html")

    @pages.get("/docs/<path:file>")
    def swagger_ui(file: str) -> Response:
        return send_from_directory(_swagger_ui(), file, max_age=86_400)

    return pages


@cache  # looked for when first asked for: it costs start-up nothing
def _swagger_ui() -> str:
    """Where the package keeps Swagger UI's files. It is not imported: serving needs none of its code."""
    return str(distribution("flask-openapi3-swagger").locate_file("flask_openapi3_swagger/templates/swagger"))


def page(template: str, form_action: str = "'none'", **values: Any) -> Response:
    """Return a page; its forms may be sent to `form_action`, as a content policy names it."""
    response = make_response(render_template(template, **values))
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.format(form_action=form_action)
    response.headers["Cache-Control"] = "no-cache"  # as its scripts are served: all of one version
    return response
