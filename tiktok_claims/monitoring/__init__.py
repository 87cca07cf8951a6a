"""What happened: traffic, drift and live performance. Knows no HTTP."""
