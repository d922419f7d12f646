"""Run by Alembic: the steps over the connection that was handed in; there is no other way in."""

from alembic import context  # noqa: TID253 - only Alembic itself loads this file

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
