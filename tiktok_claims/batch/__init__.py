"""Batch scoring: files of records to files of predictions."""
