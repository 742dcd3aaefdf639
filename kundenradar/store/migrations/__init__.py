"""Schema steps, run in code at start (Alembic)."""
