"""The database of predictions and labels."""
