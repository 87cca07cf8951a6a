"""What a prediction is made of: the sentences of a transcript, or the text as a whole where labels are of whole texts.

Chosen on rows that the model was not fitted on. Knows nothing of how it was fitted.
"""

import numpy as np

from tiktok_claims.features import columnar
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.model.transcripts import SENTENCE, WHOLE_TEXT
from tiktok_claims.record import TEXT
from tiktok_claims.training.dataset import Rows


def choose_unit(model: ModelFile, validation: Rows, usual: str = SENTENCE) -> str:
    """Return the unit that is right more often: the usual one, unless the other wins by more than a standard error."""
    texts = columnar.read([record.get(TEXT, "") for record in validation.records])
    (other,) = {SENTENCE, WHOLE_TEXT} - {usual}
    models = (Model({**model, "unit": unit}, "unsaved") for unit in (usual, other))
    claims = (each.score(texts, validation.records.__getitem__).claims for each in models)
    by_usual, by_other = (claim == validation.labels for claim in claims)
    gained, lost = np.sum(by_other & ~by_usual), np.sum(by_usual & ~by_other)
    return other if gained - lost > np.sqrt(gained + lost) else usual
