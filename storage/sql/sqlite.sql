-- The queries that SQLite wants otherwise than PostgreSQL: here nobody else writes during a transaction.

-- name: roster_training(training_id)^
-- The training of a roster.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.id = :training_id;

-- name: lock_roles()!
-- Nothing to lock.
SELECT 1;

-- name: claim_timely(now, limit, lease, lease_until, longest)!
-- Take claimed notices to one person whose lease ended, then due ones, last reminders, under a fresh lease.
UPDATE notice SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
            AND kind NOT IN ('news', 'digest', 'message')
        ORDER BY lease_until
        LIMIT :limit
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'pending' AND held = 0 AND due_at <= :now
            AND kind NOT IN ('reminder_week', 'reminder_day', 'reminder_hour', 'news', 'digest', 'message')
        ORDER BY due_at, id
        LIMIT :limit
    ) AS due
    UNION ALL
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'pending' AND held = 0 AND due_at <= :now
            AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
        ORDER BY due_at, id
        LIMIT :limit
    ) AS reminders
    LIMIT :limit
);

-- name: claim_announced(now, limit, lease, lease_until, longest)!
-- Take claimed notices to many whose lease ended, then due ones, under a fresh lease; none of a message that is held.
UPDATE notice SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM (
        SELECT id FROM notice
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
            AND kind IN ('news', 'digest', 'message')
            AND NOT EXISTS (SELECT 1 FROM broadcast AS b WHERE b.id = broadcast_id AND b.state = 'paused')
        ORDER BY lease_until
        LIMIT :limit
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id, due_at FROM (
            SELECT id, due_at FROM notice
            WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND due_at <= :now
                AND kind IN ('news', 'digest', 'message')
            ORDER BY due_at, id
            LIMIT :limit
        ) AS told
        UNION ALL
        SELECT n.id, n.due_at
        FROM broadcast AS b CROSS JOIN notice AS n
        WHERE b.state = 'sending' AND n.id IN (
            SELECT id FROM notice
            WHERE broadcast_id = b.id AND fate = 'pending' AND due_at <= :now
            ORDER BY due_at, id
            LIMIT :limit
        )
        ORDER BY due_at, id
        LIMIT :limit
    ) AS due
    LIMIT :limit
);

-- name: claim_replies(now, limit, lease, lease_until, longest, latest)
-- Take replies that wait, and claimed ones whose lease ended, under a fresh lease.
UPDATE reply SET fate = 'sending', lease = :lease, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM (
        SELECT id FROM reply
        WHERE fate = 'sending' AND (lease_until <= :now OR lease_until > :longest)
        ORDER BY lease_until
        LIMIT :limit
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT id FROM reply
        WHERE fate = 'pending' AND (due_at <= :now OR due_at > :latest)
        ORDER BY due_at, id
        LIMIT :limit
    ) AS due
    LIMIT :limit
)
RETURNING id AS reply_id, chat_id, method, body, attempts, due_at;

-- name: claim_posts(now, limit, lease, lease_until, longest, latest)!
-- Take due posts of chats that do not rest, and claimed ones whose lease ended, under a fresh lease.
UPDATE post SET lease = :lease, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM (
        SELECT id FROM post
        WHERE lease IS NOT NULL AND (lease_until <= :now OR lease_until > :longest)
        ORDER BY lease_until
        LIMIT :limit
    ) AS abandoned
    UNION ALL
    SELECT id FROM (
        SELECT m.id FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id
        WHERE m.lease IS NULL AND m.due_at <= :now
            AND (c.rests_until IS NULL OR c.rests_until <= :now OR c.rests_until > :latest)
        ORDER BY m.due_at, m.id
        LIMIT :limit
    ) AS due
    LIMIT :limit
);

-- name: has_schema()^
-- Whether any schema is there.
SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version';

-- name: file_damaged(few)
-- What is wrong with the file itself.
SELECT 'line ' || ROW_NUMBER() OVER () AS place, COUNT(*) OVER () AS found
FROM pragma_integrity_check
WHERE integrity_check <> 'ok'
LIMIT :few;

-- name: references_broken(few)
-- Rows that refer to rows that are not there.
SELECT "table" || ' ' || rowid AS place, COUNT(*) OVER () AS found
FROM pragma_foreign_key_check
ORDER BY place
LIMIT :few;
