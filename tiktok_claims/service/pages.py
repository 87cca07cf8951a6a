"""GET /: the page on which people classify one video or a table of them. Its scripts call the service as any client."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template

from tiktok_claims import monitoring
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import CATEGORIES, COUNTS, DISPLAY_NAMES, MAX_TEXT_CHARACTERS, TEXT
from tiktok_claims.settings import Settings

# Nothing is loaded from another origin, no script or style is inline, nobody may frame the page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action {form_action}; base-uri 'none'; frame-ancestors 'none'"
)

ENGAGEMENT = (*COUNTS, "video_duration_sec")
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
        TEXT: "honestly my cousin says the new ferry is a waste of money",
        "video_view_count": 8_400,
        "video_like_count": 2_950,
    },
}


def blueprint(settings: Settings, model: Model) -> Blueprint:
    """Return the page for a service with these limits and this model."""
    routes = Blueprint(
        "pages",
        __name__,
        template_folder=str(monitoring.TEMPLATES),  # the report has the same summary and style
        static_folder=str(monitoring.STATIC),
        static_url_path="/static/monitoring",
    )

    @routes.get("/")
    def index() -> Response:
        return page(
            "page.html",
            engagement=ENGAGEMENT,
            author=tuple(CATEGORIES),
            names=DISPLAY_NAMES,
            options=OPTIONS,
            examples=EXAMPLES,
            text=TEXT,
            max_characters=MAX_TEXT_CHARACTERS,
            review_interval=model.metadata["review_interval"],
            version=model.version,
            settings=settings,
        )

    return routes


def page(template: str, form_action: str = "'none'", **values: Any) -> Response:
    """Return a page. Its forms may be sent to `form_action`, a source in the words of a content security policy."""
    response = make_response(render_template(template, **values))
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.format(form_action=form_action)
    response.headers["Cache-Control"] = "no-cache"  # as its scripts are served: page and scripts of one version
    return response
