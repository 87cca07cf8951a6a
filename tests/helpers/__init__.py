"""What tests share: services to start, databases, records, and readers of the project's files."""
