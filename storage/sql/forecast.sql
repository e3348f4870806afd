-- name: coming_notices(until)
-- What is due by an instant, counted: people of the same preferences, to whom the same is due at the same instant.
SELECT n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences, COUNT(*) AS people
FROM notice AS n LEFT JOIN official AS o ON o.id = n.official_id
WHERE n.fate = 'pending' AND n.held = 0 AND n.broadcast_id IS NULL AND n.due_at <= :until
    AND n.kind NOT IN ('question', 'answer', 'alarm') AND o.unreachable IS NULL
GROUP BY n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences
UNION ALL
SELECT n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences, COUNT(*)
FROM notice AS n LEFT JOIN official AS o ON o.id = n.official_id
WHERE n.fate = 'pending' AND n.held = 1 AND n.broadcast_id IS NULL AND n.due_at <= :until
    AND o.unreachable IS NULL
GROUP BY n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences;

-- name: coming_of_training(training_id, kind)
-- The same of one kind about one training, whenever it is due.
SELECT n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences, COUNT(*) AS people
FROM notice AS n LEFT JOIN official AS o ON o.id = n.official_id
WHERE n.fate = 'pending' AND n.training_id = :training_id AND n.kind = :kind AND n.broadcast_id IS NULL
    AND o.unreachable IS NULL
GROUP BY n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences;

-- name: coming_news(kind, since, before)
-- The same of news or digests that are due in a stretch of time.
SELECT n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences, COUNT(*) AS people
FROM notice AS n LEFT JOIN official AS o ON o.id = n.official_id
WHERE n.fate = 'pending' AND n.kind = :kind AND n.kind IN ('news', 'digest')
    AND n.due_at >= :since AND n.due_at < :before AND o.unreachable IS NULL
GROUP BY n.kind, n.training_id, n.args, n.due_at, n.useful_until, n.held, o.preferences;

-- name: coming_posts(until)
-- In how many chats a training will be posted by an instant, and when in the first of them.
SELECT m.training_id, MIN(m.due_at) AS due_at, COUNT(*) AS chats
FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id
WHERE m.message_id IS NULL AND m.ended IS NULL AND m.due_at <= :until AND c.paused = 0 AND c.lost IS NULL
GROUP BY m.training_id;

-- name: hold_dispatch(training_id, kind)!
-- Hold the reminders of a kind that will be written, too.
INSERT INTO dispatch (training_id, kind, held) VALUES (:training_id, :kind, 1)
ON CONFLICT (training_id, kind) DO UPDATE SET held = 1;

-- name: forget_hold(training_id, kind)!
-- Hold them no longer, where nothing else was decided.
DELETE FROM dispatch WHERE training_id = :training_id AND kind = :kind AND moved_to IS NULL;

-- name: release_dispatch(training_id, kind)!
-- Hold them no longer, where they were moved.
UPDATE dispatch SET held = 0 WHERE training_id = :training_id AND kind = :kind;

-- name: move_dispatch(training_id, kind, moved_to, useful_until)!
-- Move those that will be written to the same instant.
INSERT INTO dispatch (training_id, kind, held, moved_to, useful_until)
VALUES (:training_id, :kind, 0, :moved_to, :useful_until)
ON CONFLICT (training_id, kind) DO UPDATE SET
    held = 0, moved_to = excluded.moved_to, useful_until = excluded.useful_until;

-- name: forget_dispatch(training_id, kind)!
-- Let those that will be written come at their own time.
DELETE FROM dispatch WHERE training_id = :training_id AND kind = :kind;

-- name: rearrange_reminders(training_id, kind, was, held, due_at)!
-- Hold, let go or move reminders; what was claimed and not begun is given back, what is on its way just ends.
UPDATE notice SET
    held = :held, due_at = COALESCE(CAST(:due_at AS BIGINT), due_at), fate = 'pending', lease = NULL, lease_until = NULL
WHERE training_id = :training_id AND kind = :kind AND held = :was
    AND (fate = 'pending' OR (fate = 'sending' AND attempts = 0));

-- name: rearrange_news(kind, since, before, told, was, held, due_at, useful_until)!
-- The same with the news that are due in a stretch of time and tell certain things; they get an end.
UPDATE notice SET
    held = :held, due_at = COALESCE(CAST(:due_at AS BIGINT), due_at), useful_until = :useful_until,
    fate = 'pending', lease = NULL, lease_until = NULL
WHERE kind = :kind AND due_at >= :since AND due_at < :before AND held = :was
    AND args IN (SELECT value FROM json_each(CAST(:told AS TEXT)))
    AND (fate = 'pending' OR (fate = 'sending' AND attempts = 0));

-- name: dispatches_end(now)^
-- Whether anything held is of no use any more, or a move or a training is over.
SELECT CASE WHEN EXISTS (
    SELECT 1 FROM notice WHERE fate = 'pending' AND held = 1 AND broadcast_id IS NULL AND useful_until <= :now
) OR EXISTS (SELECT 1 FROM dispatch WHERE moved_to <= :now) THEN 1 ELSE 0 END;

-- name: miss_held(now)
-- End what is held and of no use any more.
UPDATE notice SET fate = 'missed', reason = 'held', settled_at = :now, held = 0
WHERE fate = 'pending' AND held = 1 AND broadcast_id IS NULL AND useful_until <= :now
RETURNING id;

-- name: forget_moves(now)
-- Forget moves to an instant that has come: whoever signs up now is reminded at the usual time.
DELETE FROM dispatch WHERE moved_to <= :now AND held = 0
RETURNING training_id;

-- name: forget_held_moves(now)
-- The same of those that are held.
UPDATE dispatch SET moved_to = NULL, useful_until = NULL WHERE moved_to <= :now AND held = 1
RETURNING training_id;

-- name: forget_dispatches(now)!
-- Forget what was decided about trainings that are over.
DELETE FROM dispatch WHERE training_id IN (SELECT id FROM training WHERE ends_at <= :now);
