-- name: entries(official_id, training_id, message_id, everything, limit, offset)
-- What was said to a person, or is to be, perhaps about one training or in one message, with the world as it is now:
-- what is still to come by its hour, then the newest first. What was written anew is left out unless all is wanted.
SELECT
    n.id AS notice_id, n.kind, n.official_id, n.due_at, n.useful_until, n.attempts, n.args,
    n.fate, n.reason, n.settled_at, n.held, n.broadcast_id, n.question_id,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    r.id AS registration_id, r.state, r.seat, r.queue, r.until, r.former, r.former_until, r.confirmed,
    EXISTS (
        SELECT 1 FROM follower WHERE training_id = n.training_id AND official_id = n.official_id
    ) AS following,
    n.question_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM organiser AS held_role
        WHERE held_role.official_id = n.official_id AND (
            held_role.role = 'administrator' OR (held_role.role = 'coordinator' AND held_role.programme_id = (
                SELECT programme_id FROM question WHERE question.id = n.question_id
            ))
        )
    ) AS organises
FROM notice AS n
LEFT JOIN official AS o ON o.id = n.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
LEFT JOIN training AS t ON t.id = n.training_id
LEFT JOIN programme AS p ON p.id = t.programme_id
LEFT JOIN registration AS r ON r.training_id = n.training_id AND r.official_id = n.official_id
WHERE n.official_id = :official_id
    AND (CAST(:training_id AS BIGINT) IS NULL OR n.training_id = :training_id)
    AND (CAST(:message_id AS BIGINT) IS NULL OR n.message_id = :message_id)
    AND (CAST(:everything AS BIGINT) = 1 OR n.fate <> 'dropped' OR n.broadcast_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM notice AS anew
        WHERE anew.official_id = n.official_id AND anew.training_id = n.training_id AND anew.kind = n.kind
            AND anew.id > n.id
    ))
ORDER BY
    n.settled_at IS NOT NULL, CASE WHEN n.settled_at IS NULL THEN n.due_at ELSE -n.settled_at END, n.id DESC
LIMIT :limit OFFSET :offset;

-- name: count_entries(official_id)^
-- How many notices a person has or had, without those written anew.
SELECT COUNT(*)
FROM notice AS n
WHERE n.official_id = :official_id
    AND (n.fate <> 'dropped' OR n.broadcast_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM notice AS anew
        WHERE anew.official_id = n.official_id AND anew.training_id = n.training_id AND anew.kind = n.kind
            AND anew.id > n.id
    ));

-- name: tallies(training_id, kinds, renewed)
-- What became of the notices of certain kinds about a training, counted; without those dropped and written anew. Those
-- of a date that the training had before have no kind.
SELECT said.current_kind AS kind, said.became, COUNT(*) AS people
FROM (
    SELECT
        CASE
            WHEN n.kind IN ('reminder_week', 'reminder_day', 'reminder_hour') AND json_extract(n.args, '$.start') <> (
                SELECT json_extract(details, '$.start') FROM training WHERE id = :training_id
            ) THEN NULL ELSE n.kind
        END AS current_kind,
        CASE WHEN n.fate = 'dropped' AND n.reason = 'unreachable' THEN 'refused' ELSE n.fate END AS became
    FROM notice AS n
    WHERE n.training_id = :training_id AND n.kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
        AND NOT (n.fate = 'dropped' AND n.reason IN (SELECT value FROM json_each(CAST(:renewed AS TEXT))))
) AS said
GROUP BY said.current_kind, said.became;

-- name: unheard(training_id, kinds, limit, offset)
-- Who on a training's list, or following it, did not get something of certain kinds for certain, with the newest of it;
-- and who has a seat and cannot be reached. Who got a cancellation later knows all there is to know, and of a date that
-- the training had before nobody has to be reminded. With each of them, how many they are in all.
SELECT
    c.official_id, n.kind, n.fate, n.reason, COUNT(*) OVER () AS people,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM (
    SELECT
        listed.official_id, MAX(listed.seated) AS seated,
        (
            SELECT MAX(lost.id) FROM notice AS lost
            WHERE lost.training_id = :training_id AND lost.official_id = listed.official_id
                AND lost.kind IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
                AND (
                    lost.fate IN ('refused', 'uncertain', 'missed')
                    OR (lost.fate = 'dropped' AND lost.reason = 'unreachable')
                )
                AND NOT (
                    lost.kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
                    AND COALESCE(json_extract(lost.args, '$.start') <> (
                        SELECT json_extract(details, '$.start') FROM training WHERE id = :training_id
                    ), FALSE)
                )
                AND NOT EXISTS (
                    SELECT 1 FROM notice AS last
                    WHERE last.training_id = lost.training_id AND last.official_id = lost.official_id
                        AND last.kind = 'cancellation' AND last.fate = 'delivered' AND last.id > lost.id
                )
        ) AS notice_id
    FROM (
        SELECT official_id, CASE WHEN state = 'seated' THEN 1 ELSE 0 END AS seated
        FROM registration WHERE training_id = :training_id AND state <> 'withdrawn'
        UNION ALL
        SELECT official_id, 0 FROM follower WHERE training_id = :training_id
    ) AS listed
    GROUP BY listed.official_id
) AS c
LEFT JOIN notice AS n ON n.id = c.notice_id
LEFT JOIN official AS o ON o.id = c.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
WHERE n.id IS NOT NULL OR (c.seated = 1 AND o.unreachable IS NOT NULL)
ORDER BY o.name IS NULL, o.name, c.official_id
LIMIT :limit OFFSET :offset;

-- name: unreached_lately(since)
-- The changes and cancellations of which nothing waits any more, and how many people they did not reach for certain, as
-- far as organisers were not told of them; those who have left the list since do not count.
SELECT lost.training_id, lost.kind, lost.people, lost.last
FROM (
    SELECT n.training_id, n.kind, COUNT(DISTINCT n.official_id) AS people, MAX(n.id) AS last
    FROM notice AS n
    LEFT JOIN reach AS known ON known.training_id = n.training_id AND known.kind = n.kind
    WHERE n.kind IN ('change', 'cancellation') AND n.settled_at >= :since
        AND (n.fate IN ('refused', 'uncertain', 'missed') OR (n.fate = 'dropped' AND n.reason = 'unreachable'))
        AND n.id > COALESCE(known.notice_id, 0)
        AND (
            EXISTS (
                SELECT 1 FROM registration AS r
                WHERE r.training_id = n.training_id AND r.official_id = n.official_id AND r.state <> 'withdrawn'
            )
            OR EXISTS (
                SELECT 1 FROM follower AS f WHERE f.training_id = n.training_id AND f.official_id = n.official_id
            )
        )
    GROUP BY n.training_id, n.kind
) AS lost
WHERE NOT EXISTS (
        SELECT 1 FROM notice AS live
        WHERE live.training_id = lost.training_id AND live.kind = lost.kind AND live.fate = 'pending'
    )
    AND NOT EXISTS (
        SELECT 1 FROM notice AS live
        WHERE live.training_id = lost.training_id AND live.kind = lost.kind AND live.fate = 'sending'
    )
    AND NOT EXISTS (
        SELECT 1 FROM fan_out AS f
        WHERE f.training_id = lost.training_id AND f.kind IN ('change', 'cancellation')
    )
ORDER BY lost.last;

-- name: note_unreached(training_id, kind, last)^
-- Note up to which notice organisers were told, unless they were told as much before.
INSERT INTO reach (training_id, kind, notice_id) VALUES (:training_id, :kind, :last)
ON CONFLICT (training_id, kind) DO UPDATE SET notice_id = excluded.notice_id
WHERE reach.notice_id < excluded.notice_id
RETURNING notice_id;
