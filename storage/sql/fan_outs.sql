-- name: begin_fan_out(kind, occasion, training_id, broadcast_id, args, due_at, useful_until, now)^
-- Begin to tell something to many.
INSERT INTO fan_out (kind, occasion, training_id, broadcast_id, args, due_at, useful_until, begun_at)
VALUES (:kind, :occasion, :training_id, :broadcast_id, :args, :due_at, :useful_until, :now)
RETURNING id;

-- name: next_fan_out()^
-- What was begun first, unless it is a message that is held or was ended; changes of trainings are written apart.
SELECT f.id
FROM fan_out AS f LEFT JOIN broadcast AS b ON b.id = f.broadcast_id
WHERE f.kind NOT IN ('change', 'cancellation') AND (b.id IS NULL OR b.state = 'sending')
ORDER BY f.id
LIMIT 1;

-- name: next_addressees(fan_out_id, limit)^
-- The next people it is written for: the first and the last of them, and how many they are.
SELECT MIN(official_id) AS first, MAX(official_id) AS last, COUNT(*) AS people
FROM (
    SELECT official_id FROM addressee WHERE fan_out_id = :fan_out_id ORDER BY official_id LIMIT :limit
) AS coming;

-- name: addressing(official_id)
-- What is still to be written for a person, but for messages to many and changes of trainings.
SELECT id FROM fan_out
WHERE kind NOT IN ('message', 'change', 'cancellation') AND EXISTS (
    SELECT 1 FROM addressee WHERE fan_out_id = fan_out.id AND official_id = :official_id
)
ORDER BY id;

-- name: write_addressed(fan_out_id, first, last)!
-- Write the notices of the people between these two; a digest that still waits tells this too.
INSERT INTO notice (kind, official_id, training_id, key, args, due_at, useful_until, broadcast_id)
SELECT
    f.kind, a.official_id, f.training_id, f.kind || ':' || a.official_id || ':' || f.occasion, f.args, f.due_at,
    f.useful_until, f.broadcast_id
FROM addressee AS a JOIN fan_out AS f ON f.id = a.fan_out_id
WHERE a.fan_out_id = :fan_out_id AND a.official_id BETWEEN :first AND :last
ON CONFLICT (key) WHERE fate <> 'dropped' DO UPDATE SET
    args = '{"trainings":"' || json_extract(notice.args, '$.trainings') || ' '
        || json_extract(excluded.args, '$.trainings') || '"}'
WHERE notice.fate = 'pending' AND notice.kind = 'digest';

-- name: drop_addressed(fan_out_id, first, last)!
-- Forget the people between these two: it is written for them.
DELETE FROM addressee WHERE fan_out_id = :fan_out_id AND official_id BETWEEN :first AND :last;

-- name: drop_addressees(fan_out_id)!
-- Forget all people it was for.
DELETE FROM addressee WHERE fan_out_id = :fan_out_id;

-- name: end_fan_out(fan_out_id)!
-- Forget what was told: it is written.
DELETE FROM fan_out WHERE id = :fan_out_id;
