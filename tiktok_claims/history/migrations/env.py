"""What Alembic runs for each command: the migrations, on the connection that migrations.upgrade gave it."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
