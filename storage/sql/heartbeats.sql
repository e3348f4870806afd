-- name: beat(part, beaten_at, condition, said)*!
-- Note how parts are.
INSERT INTO heartbeat (part, beaten_at, condition, said) VALUES (:part, :beaten_at, :condition, :said)
ON CONFLICT (part) DO UPDATE SET
    beaten_at = excluded.beaten_at, condition = excluded.condition, said = excluded.said;

-- name: heartbeats()
-- How each part is.
SELECT part, beaten_at, condition, said FROM heartbeat ORDER BY part;

-- name: next_update(busy, now)^
-- The update that is to be taken next: of nobody whose turn it is already.
SELECT update_id AS number, received_at AS since
FROM inbox
WHERE state = 'new' AND (retry_at IS NULL OR retry_at <= :now)
    AND turn_of NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:busy AS TEXT)))
ORDER BY update_id
LIMIT 1;

-- name: next_reply(now)^
-- The reply that is to be sent next.
SELECT id AS number, due_at AS since FROM reply WHERE fate = 'pending' AND due_at <= :now ORDER BY due_at, id LIMIT 1;

-- name: next_notice(now)^
-- The notice that is to be said next, but for what is said to many: that waits for everything else.
SELECT number, since
FROM (
    SELECT number, since FROM (
        SELECT id AS number, due_at AS since
        FROM notice
        WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND due_at <= :now
            AND kind NOT IN ('reminder_week', 'reminder_day', 'reminder_hour', 'news', 'digest', 'message')
        ORDER BY due_at, id
        LIMIT 1
    ) AS urgent
    UNION ALL
    SELECT number, since FROM (
        SELECT id AS number, due_at AS since
        FROM notice
        WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND due_at <= :now
            AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
        ORDER BY due_at, id
        LIMIT 1
    ) AS reminder
) AS due
ORDER BY since, number
LIMIT 1;

-- name: next_lapse(now)^
-- The registration that is to be ended next.
SELECT id AS number, until AS since FROM registration WHERE until <= :now ORDER BY until, id LIMIT 1;
