"""What was heard and done, kept in SQLite. The only place that knows SQLAlchemy."""
