"""Numbers to predictions: the model file, scoring, review, explanation."""
