"""Files of records: CSV, NDJSON, Parquet."""
