"""Alembic's entry: runs the steps on the connection it was given."""

from alembic import context

from kundenradar.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
