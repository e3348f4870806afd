-- name: roster(training_id, official_id)^
-- A training's list as one person sees it: the person's own registration, and the counts.
SELECT
    r.id AS registration_id, r.training_id, r.official_id,
    r.state, r.seat, r.queue, r.until, r.former, r.former_until, r.confirmed,
    (SELECT COUNT(*) FROM registration WHERE training_id = :training_id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = :training_id AND state = 'waiting') AS waiting,
    (
        SELECT COUNT(*) FROM registration
        WHERE training_id = :training_id AND state = 'waiting' AND registration.queue < r.queue
    ) AS ahead,
    (SELECT COALESCE(MAX(queue), 0) + 1 FROM registration WHERE training_id = :training_id) AS next_ticket,
    (
        SELECT COUNT(*)
        FROM official AS fellow CROSS JOIN registration AS theirs
        WHERE fellow.institution_id = o.institution_id AND fellow.id <> me.id
            AND theirs.training_id = :training_id AND theirs.official_id = fellow.id AND theirs.state <> 'withdrawn'
    ) AS fellows
FROM (SELECT CAST(:official_id AS BIGINT) AS id) AS me
LEFT JOIN registration AS r ON r.training_id = :training_id AND r.official_id = me.id
LEFT JOIN official AS o ON o.id = me.id;

-- name: line(training_id, limit)
-- The head of the queue.
SELECT
    id AS registration_id, training_id, official_id, state, seat, queue, until, former, former_until, confirmed
FROM registration
WHERE training_id = :training_id AND state = 'waiting'
ORDER BY queue
LIMIT :limit;

-- name: clashes(training_id, official_id, starts_at, ends_at)
-- Other trainings on which the person has a seat at the same time.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM registration AS r
JOIN training AS t ON t.id = r.training_id
JOIN programme AS p ON p.id = t.programme_id
WHERE r.official_id = :official_id AND r.training_id <> :training_id AND r.state IN ('held', 'seated', 'offered')
    AND t.status <> 'cancelled' AND t.starts_at < :ends_at AND t.ends_at > :starts_at
ORDER BY t.starts_at, t.id;

-- name: write_registration(training_id, official_id, state, takes_seat, queue, until, former, former_until, confirmed, now)!
-- Add or replace a registration; a seat that is kept keeps its number, a new one gets the lowest that is free.
INSERT INTO registration (training_id, official_id, state, seat, queue, until, former, former_until, confirmed, since)
VALUES (
    :training_id, :official_id, :state,
    CASE WHEN CAST(:takes_seat AS BIGINT) = 1 THEN COALESCE(
        (SELECT seat FROM registration WHERE training_id = :training_id AND official_id = :official_id),
        ( -- nearly always no number is missing between the first and the last one; looking for one takes long
            SELECT CASE WHEN COUNT(*) = COALESCE(MAX(seat), 0) THEN COUNT(*) + 1 END
            FROM registration WHERE training_id = :training_id AND seat IS NOT NULL
        ),
        (
            SELECT MIN(number)
            FROM (
                SELECT 1 AS number
                UNION ALL
                SELECT seat + 1 FROM registration WHERE training_id = :training_id AND seat IS NOT NULL
            ) AS candidate
            WHERE NOT EXISTS (
                SELECT 1 FROM registration AS other
                WHERE other.training_id = :training_id AND other.seat = candidate.number
            )
        )
    ) END,
    :queue, :until, :former, :former_until, :confirmed, :now
)
ON CONFLICT (training_id, official_id) DO UPDATE SET
    state = excluded.state, seat = excluded.seat, queue = excluded.queue, until = excluded.until,
    former = excluded.former, former_until = excluded.former_until, confirmed = excluded.confirmed,
    since = CASE WHEN registration.state = excluded.state THEN registration.since ELSE excluded.since END;

-- name: recall_offers(training_id)!
-- Take all offers of a training back.
UPDATE registration SET state = 'waiting', seat = NULL, until = NULL
WHERE training_id = :training_id AND state = 'offered';

-- name: erase_registration(training_id, official_id)!
-- Delete a registration that never became one.
DELETE FROM registration WHERE training_id = :training_id AND official_id = :official_id;

-- name: places(official_id)
-- The person's registrations that are not withdrawn, with their trainings, in the order of their start.
SELECT
    r.id AS registration_id, r.training_id, r.official_id,
    r.state, r.seat, r.queue, r.until, r.former, r.former_until, r.confirmed,
    t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    CASE WHEN r.state = 'waiting' THEN (
        SELECT COUNT(*) FROM registration AS other
        WHERE other.training_id = r.training_id AND other.state = 'waiting' AND other.queue <= r.queue
    ) END AS position,
    (
        SELECT MIN(due_at) FROM notice
        WHERE official_id = r.official_id AND training_id = r.training_id AND fate IN ('pending', 'sending')
            AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
    ) AS next_reminder
FROM registration AS r
JOIN training AS t ON t.id = r.training_id
JOIN programme AS p ON p.id = t.programme_id
WHERE r.official_id = :official_id AND r.state <> 'withdrawn'
ORDER BY t.starts_at, t.id;

-- name: lapsed(now, limit)
-- The earliest registrations whose hold, offer or minute of undo has ended, training by training: whoever decides on
-- them in this order locks the trainings in the order of their numbers.
SELECT training_id, official_id
FROM (
    SELECT id, training_id, official_id, until FROM registration WHERE until <= :now ORDER BY until, id LIMIT :limit
) AS earliest
ORDER BY training_id, until, id;

-- name: clashing(training_id, starts_at, ends_at)^
-- How many people on a list have an active place on another training at a time.
SELECT COUNT(*)
FROM registration AS r
WHERE r.training_id = :training_id AND r.state <> 'withdrawn' AND EXISTS (
    SELECT 1
    FROM registration AS other JOIN training AS t ON t.id = other.training_id
    WHERE other.official_id = r.official_id AND other.training_id <> r.training_id AND other.state <> 'withdrawn'
        AND t.status <> 'cancelled' AND t.starts_at < :ends_at AND t.ends_at > :starts_at
);

-- name: count_list(training_id)^
-- How many people are on the list of a training, how many of them are seated and wait, and how many others follow it.
SELECT
    COUNT(*) AS people,
    COALESCE(SUM(CASE WHEN state = 'seated' THEN 1 ELSE 0 END), 0) AS seated,
    COALESCE(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
    (
        SELECT COUNT(*) FROM follower AS f
        WHERE f.training_id = :training_id AND NOT EXISTS (
            SELECT 1 FROM registration AS r
            WHERE r.training_id = f.training_id AND r.official_id = f.official_id AND r.state <> 'withdrawn'
        )
    ) AS following
FROM registration
WHERE training_id = :training_id AND state <> 'withdrawn';

-- name: members(training_id, states, first, last)
-- The registrations in certain states with their people, between two ids, in the order of seats, then of the queue.
SELECT
    r.id AS registration_id, r.training_id, r.official_id,
    r.state, r.seat, r.queue, r.until, r.former, r.former_until, r.confirmed,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM registration AS r
LEFT JOIN official AS o ON o.id = r.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
WHERE r.training_id = :training_id AND r.official_id BETWEEN :first AND :last
    AND r.state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
ORDER BY r.seat IS NULL, r.seat, r.queue IS NULL, r.queue, r.id;
