"""The service: what gunicorn serves.

gunicorn predict:app        # as `make run` and the image do; settings come from the environment
"""

import sys

from tiktok_claims.history.tables import NewerSchema
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.service.app import load
from tiktok_claims.settings import InvalidSetting

try:
    app = load()
except (InvalidSetting, InvalidModelFile, NewerSchema) as error:
    sys.exit(f"predict.py: {error}")
