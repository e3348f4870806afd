"""What the bot remembers: SQLite by default, PostgreSQL when a town already runs one."""
