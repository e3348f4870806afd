-- name: schema_version()^
-- The number of the last migration that was applied.
SELECT version FROM schema_version;

-- name: set_schema_version(version)!
-- Note a migration as applied.
UPDATE schema_version SET version = :version;
