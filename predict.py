"""The service: what gunicorn serves.

gunicorn predict:app        # as `make run` and the image do; settings come from the environment
"""

import sys

from tiktok_claims import scoring, settings
from tiktok_claims.artifact import BadArtifact
from tiktok_claims.service import create_app

try:
    _settings = settings.read()
    app = create_app(_settings, scoring.load(_settings.model_path))
except (settings.BadSetting, BadArtifact) as error:
    sys.exit(f"predict.py: {error}")
