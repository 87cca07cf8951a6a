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


def choose_unit(model: ModelFile, validation: Rows) -> str:
    """Return the unit that is right more often: sentences, unless texts win by more than a standard error."""
    texts = columnar.read([record.get(TEXT, "") for record in validation.records])
    models = (Model({**model, "unit": unit}, "unsaved") for unit in (SENTENCE, WHOLE_TEXT))
    claims = (each.score(texts, validation.records.__getitem__).claims for each in models)
    by_sentence, by_text = (claim == validation.labels for claim in claims)
    gained, lost = np.sum(by_text & ~by_sentence), np.sum(by_sentence & ~by_text)
    return WHOLE_TEXT if gained - lost > np.sqrt(gained + lost) else SENTENCE
