"""The database of predictions and labels: written next to the request path, read by monitoring."""
