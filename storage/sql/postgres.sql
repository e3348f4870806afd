-- The queries that PostgreSQL wants otherwise than SQLite: others write at the same time, so what is decided on is locked.

-- name: roster_training(training_id)^
-- The training of a roster, locked until the transaction ends.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.id = :training_id
FOR UPDATE OF t;

-- name: lock_roles()!
-- Let nobody else change a role until the transaction ends; reading them stays free.
LOCK TABLE organiser IN SHARE ROW EXCLUSIVE MODE;

-- name: claim_timely(now, limit, lease, lease_until, longest)!
-- Take claimed notices to one person whose lease ended, then due ones, last reminders, under a fresh lease.
WITH taken AS MATERIALIZED (
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
            AND kind NOT IN ('news', 'digest', 'message')
        ORDER BY lease_until
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'pending' AND held = 0 AND due_at <= :now
            AND kind NOT IN ('reminder_week', 'reminder_day', 'reminder_hour', 'news', 'digest', 'message')
        ORDER BY due_at, id
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS due
    UNION ALL
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'pending' AND held = 0 AND due_at <= :now
            AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
        ORDER BY due_at, id
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS reminders
    LIMIT :limit
)
UPDATE notice SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (SELECT id FROM taken);

-- name: claim_announced(now, limit, lease, lease_until, longest)!
-- Take claimed notices to many whose lease ended, then due ones, under a fresh lease; none of a message that is held.
WITH taken AS MATERIALIZED (
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
            AND kind IN ('news', 'digest', 'message')
            AND NOT EXISTS (SELECT 1 FROM broadcast AS b WHERE b.id = broadcast_id AND b.state = 'paused')
        ORDER BY lease_until
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id, due_at FROM (
            SELECT id, due_at FROM notice
            WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND due_at <= :now
                AND kind IN ('news', 'digest', 'message')
            ORDER BY due_at, id
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
        ) AS told
        UNION ALL
        SELECT n.id, n.due_at
        FROM broadcast AS b CROSS JOIN LATERAL (
            SELECT id, due_at FROM notice
            WHERE broadcast_id = b.id AND fate = 'pending' AND due_at <= :now
            ORDER BY due_at, id
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
        ) AS n
        WHERE b.state = 'sending'
        ORDER BY due_at, id
        LIMIT :limit
    ) AS due
    LIMIT :limit
)
UPDATE notice SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (SELECT id FROM taken);

-- name: claim_replies(now, limit, lease, lease_until, longest, latest)
-- Take replies that wait, and claimed ones whose lease ended, under a fresh lease.
WITH taken AS MATERIALIZED (
    SELECT id FROM (
        SELECT id FROM reply
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
        ORDER BY lease_until
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id FROM reply
        WHERE fate = 'pending' AND (due_at <= :now OR due_at > :latest)
        ORDER BY due_at, id
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS due
    LIMIT :limit
)
UPDATE reply SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (SELECT id FROM taken)
RETURNING id AS reply_id, chat_id, method, body, attempts, due_at;

-- name: claim_posts(now, limit, lease, lease_until, longest, latest)!
-- Take due posts of chats that do not rest, and claimed ones whose lease ended, under a fresh lease.
WITH taken AS MATERIALIZED (
    SELECT id FROM (
        SELECT id FROM post
        WHERE lease IS NOT NULL AND (lease_until <= :now OR lease_until > :longest)
        ORDER BY lease_until
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT m.id FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id
        WHERE m.lease IS NULL AND m.due_at <= :now
            AND (c.rests_until IS NULL OR c.rests_until <= :now OR c.rests_until > :latest)
        ORDER BY m.due_at, m.id
        LIMIT :limit
        FOR UPDATE OF m SKIP LOCKED
    ) AS due
    LIMIT :limit
)
UPDATE post SET lease = :lease, lease_until = :lease_until
WHERE id IN (SELECT id FROM taken);

-- name: take_instance_lock()^
-- Hold the database for one instance, as long as its connection lives.
SELECT pg_try_advisory_lock(8367946);

-- name: wait_for_migrations()^
-- Let one process at a time change the schema.
SELECT pg_advisory_xact_lock(8367947);

-- name: has_schema()^
-- Whether any schema is there.
SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = CURRENT_SCHEMA() AND tablename = 'schema_version';

-- name: file_damaged(few)
-- The server looks after its files.
SELECT '' AS place, 0 AS found WHERE FALSE LIMIT :few;

-- name: references_broken(few)
-- Foreign keys that the server was told not to check.
SELECT conrelid::regclass || ' ' || conname AS place, COUNT(*) OVER () AS found
FROM pg_catalog.pg_constraint
WHERE contype = 'f' AND NOT convalidated
ORDER BY place
LIMIT :few;
