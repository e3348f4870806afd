-- name: plan(kind, official_id, training_id, question_id, key, args, due_at, useful_until)*!
-- Write a notice, unless its occasion was told already or one of its kind is still to be said.
INSERT INTO notice (kind, official_id, training_id, question_id, key, args, due_at, useful_until)
VALUES (:kind, :official_id, :training_id, :question_id, :key, :args, :due_at, :useful_until)
ON CONFLICT DO NOTHING;

-- name: plan_alike(kind, training_id, question_id, args, due_at, useful_until, people)!
-- The same for many people who are told the same; one statement for all is several times as fast as one for each.
INSERT INTO notice (kind, official_id, training_id, question_id, key, args, due_at, useful_until)
SELECT
    CAST(:kind AS TEXT), CAST(json_extract(value, '$.id') AS BIGINT), CAST(:training_id AS BIGINT),
    CAST(:question_id AS BIGINT), json_extract(value, '$.key'), CAST(:args AS TEXT), CAST(:due_at AS BIGINT),
    CAST(:useful_until AS BIGINT)
FROM json_each(CAST(:people AS TEXT))
WHERE TRUE
ON CONFLICT DO NOTHING;

-- name: gather(kind, official_id, training_id, question_id, key, args, due_at, useful_until)*!
-- Write a digest, or let the one of the same occasion that still waits tell this too.
INSERT INTO notice (kind, official_id, training_id, question_id, key, args, due_at, useful_until)
VALUES (:kind, :official_id, :training_id, :question_id, :key, :args, :due_at, :useful_until)
ON CONFLICT (key) WHERE fate <> 'dropped' DO UPDATE SET
    args = '{"trainings":"' || json_extract(notice.args, '$.trainings') || ' '
        || json_extract(excluded.args, '$.trainings') || '"}'
WHERE notice.fate = 'pending';

-- name: summon(training_id, occasion, due_at, useful_until)!
-- Write to everybody who waits that a seat is free.
INSERT INTO notice (kind, official_id, training_id, key, args, due_at, useful_until)
SELECT
    'seat_open', official_id, training_id,
    'seat_open:' || training_id || ':' || official_id || ':' || CAST(:occasion AS TEXT),
    '{}', CAST(:due_at AS BIGINT), CAST(:useful_until AS BIGINT)
FROM registration
WHERE training_id = :training_id AND state = 'waiting'
ORDER BY queue
ON CONFLICT DO NOTHING;

-- name: drop_notices(officials, training_id, kinds, reason, now)!
-- Drop people's live notices of certain kinds about a training; of those kinds none is a question or to many.
UPDATE notice SET fate = 'dropped', reason = :reason, settled_at = :now, lease = NULL, lease_until = NULL
WHERE official_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:officials AS TEXT)))
    AND training_id = :training_id AND fate IN ('pending', 'sending') AND question_id IS NULL AND broadcast_id IS NULL
    AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)));

-- name: drop_notices_of_training(training_id, kinds, reason, now)!
-- Drop everybody's live notices of certain kinds about a training; of those kinds none is a question or to many. What is
-- being sent is looked for among all that is: of a training there may be very many that were sent.
UPDATE notice SET fate = 'dropped', reason = :reason, settled_at = :now, lease = NULL, lease_until = NULL
WHERE id IN (
    SELECT id FROM notice
    WHERE training_id = :training_id AND fate = 'pending' AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
    UNION ALL
    SELECT id FROM notice
    WHERE +training_id = :training_id AND fate = 'sending'
        AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
);

-- name: drop_notices_everywhere(official_id, kinds, reason, now)!
-- Drop the person's live notices of certain kinds, whatever they are about.
UPDATE notice SET fate = 'dropped', reason = :reason, settled_at = :now, lease = NULL, lease_until = NULL
WHERE official_id = :official_id AND fate IN ('pending', 'sending')
    AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)));

-- name: pending_notices(training_id, kind, first, last)
-- The notices of a kind about a training of which no call was begun, to people between two ids.
SELECT kind, official_id, training_id, key, args, due_at, useful_until, id
FROM notice
WHERE training_id = :training_id AND kind = :kind AND fate = 'pending' AND official_id BETWEEN :first AND :last
UNION ALL
SELECT kind, official_id, training_id, key, args, due_at, useful_until, id
FROM notice
WHERE +training_id = :training_id AND kind = :kind AND fate = 'sending' AND attempts = 0
    AND official_id BETWEEN :first AND :last
ORDER BY official_id, id;

-- name: recall_notices(official_id, kinds, reason, now)
-- Drop the person's notices of certain kinds that are not claimed yet.
UPDATE notice SET fate = 'dropped', reason = :reason, settled_at = :now
WHERE official_id = :official_id AND fate = 'pending'
    AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
RETURNING kind, official_id, training_id, key, args, due_at, useful_until;

-- name: told_of_training(training_id, kinds, first, last)
-- What people between two ids were told of a training, oldest first; what is on its way counts as told.
SELECT kind, official_id, training_id, key, args, due_at, useful_until
FROM notice
WHERE training_id = :training_id AND official_id BETWEEN :first AND :last
    AND (fate IN ('delivered', 'uncertain') OR (fate = 'sending' AND attempts > 0))
    AND kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
ORDER BY id;

-- name: said_since(training_id, kind, since)^
-- Whether anybody may have heard a notice of a kind about a training since an instant.
SELECT CASE WHEN EXISTS (
    SELECT 1 FROM notice
    WHERE training_id = :training_id AND kind = :kind
        AND (fate = 'sending' OR (fate IN ('delivered', 'uncertain') AND settled_at >= :since))
) THEN 1 ELSE 0 END;

-- name: leased_notices(lease)
-- The notices under a lease, each with its person and the person's registration.
SELECT
    n.id AS notice_id, n.lease, n.kind, n.official_id, n.due_at, n.useful_until, n.attempts, n.args,
    n.training_id, n.broadcast_id, n.question_id,
    o.language, o.name AS person, o.institution_id, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    r.id AS registration_id, r.state, r.seat, r.queue, r.until, r.former, r.former_until, r.confirmed
FROM notice AS n
LEFT JOIN official AS o ON o.id = n.official_id
LEFT JOIN registration AS r ON r.training_id = n.training_id AND r.official_id = n.official_id
WHERE n.fate = 'sending' AND n.lease = :lease
ORDER BY n.kind IN ('reminder_week', 'reminder_day', 'reminder_hour'), n.due_at, n.id;

-- name: trainings_of_leased(lease)
-- The trainings that notices under a lease are about, and how many people queue for each.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.id IN (SELECT training_id FROM notice WHERE lease = :lease);

-- name: institutions_of_leased(lease)
-- The institutions of the people to whom notices under a lease go.
SELECT id AS institution_id, name AS institution, aliases, member, listed
FROM institution
WHERE id IN (
    SELECT o.institution_id FROM notice AS n JOIN official AS o ON o.id = n.official_id WHERE n.lease = :lease
);

-- name: marks_of_leased(lease, now)
-- Which notices under a lease go to followers, which reminders a later one that is due as well makes needless, which
-- questions go to somebody who may still answer them, and which are to people for whom a change is still to be written.
SELECT n.id AS notice_id, 'following' AS mark
FROM notice AS n JOIN follower AS f ON f.training_id = n.training_id AND f.official_id = n.official_id
WHERE n.lease = :lease
UNION ALL
SELECT n.id, 'superseded'
FROM notice AS n
WHERE n.lease = :lease AND n.kind IN ('reminder_week', 'reminder_day', 'reminder_hour') AND EXISTS (
    SELECT 1 FROM notice AS later
    WHERE later.official_id = n.official_id AND later.training_id = n.training_id
        AND later.kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
        AND later.fate IN ('pending', 'sending') AND later.held = 0
        AND later.due_at > n.due_at AND later.due_at <= :now
)
UNION ALL
SELECT n.id, 'organises'
FROM notice AS n JOIN question AS q ON q.id = n.question_id
WHERE n.lease = :lease AND EXISTS (
    SELECT 1 FROM organiser AS held
    WHERE held.official_id = n.official_id
        AND (held.role = 'administrator' OR (held.role = 'coordinator' AND held.programme_id = q.programme_id))
)
UNION ALL
SELECT n.id, 'altering'
FROM notice AS n CROSS JOIN fan_out AS f
WHERE n.lease = :lease AND f.kind IN ('change', 'cancellation') AND f.training_id = n.training_id
    AND EXISTS (SELECT 1 FROM addressee AS a WHERE a.fan_out_id = f.id AND a.official_id = n.official_id);

-- name: begin_notices(ids, lease)
-- Count calls about to be made, where the lease still holds and it is not a message that is held or was ended.
UPDATE notice SET attempts = attempts + 1
WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
    AND fate = 'sending' AND lease = :lease
    AND NOT EXISTS (SELECT 1 FROM broadcast AS b WHERE b.id = notice.broadcast_id AND b.state <> 'sending')
RETURNING id;

-- name: release_notices(now, later)!
-- End the leases left behind by a process that died: at once, but what was on its way rests first.
UPDATE notice SET lease_until = CASE WHEN attempts = 0 THEN CAST(:now AS BIGINT) ELSE CAST(:later AS BIGINT) END WHERE fate = 'sending';

-- name: deliver_notices(told, lease, now)!
-- Write that Telegram took notices, where the lease still holds; it is put so that none is looked up by it.
UPDATE notice SET
    fate = 'delivered', message_id = told.message_id, settled_at = :now, lease = NULL, lease_until = NULL
FROM (
    SELECT
        CAST(json_extract(value, '$.id') AS BIGINT) AS id,
        CAST(json_extract(value, '$.message_id') AS BIGINT) AS message_id
    FROM json_each(CAST(:told AS TEXT))
) AS told
WHERE notice.id = told.id AND notice.fate = 'sending' AND COALESCE(notice.lease, '') = :lease;

-- name: settle_notice(notice_id, lease, fate, reason, message_id, now)^
-- Write what became of a notice, if the lease still holds.
UPDATE notice SET
    fate = :fate, reason = :reason, message_id = :message_id, settled_at = :now, lease = NULL, lease_until = NULL
WHERE id = :notice_id AND fate = 'sending' AND lease = :lease
RETURNING id;

-- name: postpone_notice(notice_id, lease, due_at, uncounted)^
-- Put a notice back for later, if the lease still holds.
UPDATE notice SET
    fate = 'pending', due_at = :due_at, attempts = attempts - :uncounted, lease = NULL, lease_until = NULL
WHERE id = :notice_id AND fate = 'sending' AND lease = :lease
RETURNING id;

-- name: next_due()^
-- The next instant at which a notice, a reply, a registration, a post or a fan-out falls due.
SELECT MIN(due) FROM (
    SELECT MIN(due_at) AS due FROM notice
    WHERE fate = 'pending' AND held = 0
        AND kind NOT IN ('reminder_week', 'reminder_day', 'reminder_hour', 'news', 'digest', 'message')
    UNION ALL
    SELECT MIN(due_at) FROM notice WHERE fate = 'pending' AND held = 0 AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
    UNION ALL
    SELECT MIN(due_at) FROM notice
    WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND kind IN ('news', 'digest', 'message')
    UNION ALL
    SELECT MIN((SELECT MIN(due_at) FROM notice WHERE broadcast_id = b.id AND fate = 'pending'))
    FROM broadcast AS b
    WHERE b.state = 'sending'
    UNION ALL
    SELECT MIN(ended_at) FROM broadcast WHERE dropping = 1
    UNION ALL
    SELECT MIN(removed_at) FROM broadcast WHERE removing_after IS NOT NULL
    UNION ALL
    SELECT MIN(lease_until) FROM notice AS n
    WHERE fate = 'sending'
        AND NOT EXISTS (SELECT 1 FROM broadcast AS b WHERE b.id = n.broadcast_id AND b.state = 'paused')
    UNION ALL
    SELECT MIN(useful_until) FROM notice WHERE fate = 'pending' AND held = 1 AND broadcast_id IS NULL
    UNION ALL
    SELECT MIN(moved_to) FROM dispatch WHERE moved_to IS NOT NULL
    UNION ALL
    SELECT MIN(look_at) FROM broadcast WHERE look_at IS NOT NULL
    UNION ALL
    SELECT MIN(due_at) FROM reply WHERE fate = 'pending'
    UNION ALL
    SELECT MIN(lease_until) FROM reply WHERE fate = 'sending'
    UNION ALL
    SELECT MIN(until) FROM registration WHERE until IS NOT NULL
    UNION ALL
    SELECT MIN(CASE WHEN c.rests_until > m.due_at THEN c.rests_until ELSE m.due_at END)
    FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id
    WHERE m.lease IS NULL AND m.due_at IS NOT NULL
    UNION ALL
    SELECT MIN(lease_until) FROM post WHERE lease IS NOT NULL
    UNION ALL
    SELECT MIN(publish_at) FROM announcement WHERE publish_at IS NOT NULL
    UNION ALL
    SELECT MIN(f.begun_at)
    FROM fan_out AS f LEFT JOIN broadcast AS b ON b.id = f.broadcast_id
    WHERE b.id IS NULL OR b.state = 'sending'
) AS coming;

-- name: latest()^
-- The newest instant that was noted: an update came, or a notice or a reply ended.
SELECT MAX(noted) FROM (
    SELECT MAX(received_at) AS noted FROM inbox
    UNION ALL
    SELECT MAX(settled_at) FROM notice
    UNION ALL
    SELECT MAX(settled_at) FROM reply
) AS past;
