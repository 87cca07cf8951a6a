"""When a person should look: the warnings that a prediction can carry, in words a moderator understands.

Knows nothing of how the model scores.
"""

NO_TEXT = "There is no transcript: the answer rests on counts and account alone."
FEW = "The transcript is too short to tell much."
UNKNOWN = "Most words are unknown to the model: another language, slang or noise?"
OUT_OF_DISTRIBUTION = "The wording is unlike that of the videos that the model learned from."
UNSURE = "The model is unsure: its probability lies in the range where a person should decide."
WARNINGS = (NO_TEXT, FEW, UNKNOWN, OUT_OF_DISTRIBUTION, UNSURE)
