"""The service: what gunicorn serves.

gunicorn predict:app        # as `make run` and the image do; settings come from the environment
"""

import sys

from flask import Flask

from tiktok_claims import scoring, settings
from tiktok_claims.artifact import BadArtifact
from tiktok_claims.service import create_app


def load() -> Flask:
    """Return the application with the model file as it is now. Raises BadSetting, BadArtifact."""
    given = settings.read()
    return create_app(given, scoring.load(given.model_path))


try:
    app = load()
except (settings.BadSetting, BadArtifact) as error:
    sys.exit(f"predict.py: {error}")
