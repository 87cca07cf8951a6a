"""Fitting the model on labelled records."""
