"""The service: what gunicorn serves.

gunicorn predict:app        # as `make run` and the image do; settings come from the environment
"""

import sys

from flask import Flask

from tiktok_claims import settings
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.service.app import create_app


def load() -> Flask:
    """Return the application with the model file as it is now. Raises InvalidSetting, InvalidModelFile."""
    given = settings.read()
    return create_app(given, scoring.load(given.model_path))


try:
    app = load()
except (settings.InvalidSetting, InvalidModelFile) as error:
    sys.exit(f"predict.py: {error}")
