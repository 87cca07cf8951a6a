"""A record to numbers."""
