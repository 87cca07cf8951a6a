"""The HTTP service: a file for each URL, and what they share: bodies, errors, keys, metrics, the access log."""
