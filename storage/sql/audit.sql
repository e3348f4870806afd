-- What never is so, each with how many there are and the first few. Only read; no names and no texts.

-- name: updates_waiting(waited, few)
-- Updates that nobody takes.
SELECT 'update ' || update_id AS place, COUNT(*) OVER () AS found
FROM inbox
WHERE state = 'new' AND received_at < CAST(:waited AS BIGINT) AND (retry_at IS NULL OR retry_at < CAST(:waited AS BIGINT))
ORDER BY update_id
LIMIT :few;

-- name: updates_without_instant(few)
-- Updates that ended, nobody knows when.
SELECT 'update ' || update_id AS place, COUNT(*) OVER () AS found
FROM inbox
WHERE state <> 'new' AND tried_at IS NULL
ORDER BY update_id
LIMIT :few;

-- name: seats_over_capacity(few)
-- Trainings with more people than seats, though every change of them is known and none took seats away.
SELECT 'training ' || t.id AS place, COUNT(*) OVER () AS found
FROM training AS t
WHERE t.seats < (SELECT COUNT(*) FROM registration AS r WHERE r.training_id = t.id AND r.seat IS NOT NULL)
    AND t.version - 1 = (SELECT COUNT(*) FROM act AS a WHERE a.training_id = t.id AND a.left_version IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.training_id = t.id AND a.args LIKE '%"seats":%')
ORDER BY t.id
LIMIT :few;

-- name: seats_left_free(soon, few)
-- Trainings with a free seat and a queue, unless the first to answer is to have it.
SELECT 'training ' || t.id AS place, COUNT(*) OVER () AS found
FROM training AS t
WHERE t.status <> 'cancelled' AND t.starts_at > CAST(:soon AS BIGINT)
    AND EXISTS (SELECT 1 FROM registration AS r WHERE r.training_id = t.id AND r.state = 'waiting')
    AND (t.seats IS NULL OR t.seats > (
        SELECT COUNT(*) FROM registration AS r WHERE r.training_id = t.id AND r.seat IS NOT NULL
    ))
ORDER BY t.id
LIMIT :few;

-- name: queue_overtaken(few)
-- People who have waited since before somebody with a later ticket was offered a seat.
SELECT 'registration ' || r.id AS place, COUNT(*) OVER () AS found
FROM registration AS r
WHERE r.state = 'waiting' AND EXISTS (
    SELECT 1 FROM registration AS other
    WHERE other.training_id = r.training_id AND other.state = 'offered'
        AND other.queue > r.queue AND other.since > r.since
)
ORDER BY r.id
LIMIT :few;

-- name: offers_without_end(few)
-- Offers whose time does not run, and of which the person will not be told either.
SELECT 'registration ' || r.id AS place, COUNT(*) OVER () AS found
FROM registration AS r
WHERE r.state = 'offered' AND r.until IS NULL AND NOT EXISTS (
    SELECT 1 FROM notice AS n
    WHERE n.official_id = r.official_id AND n.training_id = r.training_id
        AND n.kind = 'offer' AND n.fate IN ('pending', 'sending')
)
ORDER BY r.id
LIMIT :few;

-- name: offers_called_off(few)
-- Offers of seats on trainings that were called off.
SELECT 'registration ' || r.id AS place, COUNT(*) OVER () AS found
FROM registration AS r JOIN training AS t ON t.id = r.training_id
WHERE r.state = 'offered' AND t.status = 'cancelled'
ORDER BY r.id
LIMIT :few;

-- name: places_overdue(waited, few)
-- Holds, offers and minutes of undo that have run out.
SELECT 'registration ' || id AS place, COUNT(*) OVER () AS found
FROM registration
WHERE until < CAST(:waited AS BIGINT)
ORDER BY until, id
LIMIT :few;

-- name: notices_overdue(late, few)
-- Notices to one person that should have been said.
SELECT 'notice ' || id AS place, COUNT(*) OVER () AS found
FROM notice
WHERE fate = 'pending' AND broadcast_id IS NULL AND held = 0 AND due_at < CAST(:late AS BIGINT)
    AND kind NOT IN ('news', 'digest')
ORDER BY due_at, id
LIMIT :few;

-- name: replies_overdue(late, few)
-- Replies that should have been sent.
SELECT 'reply ' || id AS place, COUNT(*) OVER () AS found
FROM reply
WHERE fate = 'pending' AND due_at < CAST(:late AS BIGINT)
ORDER BY due_at, id
LIMIT :few;

-- name: leases_over(late, few)
-- Leases that ended long ago, and nobody took the row again; what is held waits to be let go.
SELECT place, COUNT(*) OVER () AS found
FROM (
    SELECT 'notice ' || id AS place, lease_until FROM notice AS n
    WHERE fate = 'sending' AND lease_until < CAST(:late AS BIGINT)
        AND NOT EXISTS (SELECT 1 FROM broadcast AS b WHERE b.id = n.broadcast_id AND b.state = 'paused')
    UNION ALL
    SELECT 'reply ' || id, lease_until FROM reply WHERE fate = 'sending' AND lease_until < CAST(:late AS BIGINT)
    UNION ALL
    SELECT 'post ' || id, lease_until FROM post WHERE lease IS NOT NULL AND lease_until < CAST(:late AS BIGINT)
) AS over
ORDER BY lease_until, place
LIMIT :few;

-- name: announcements_overdue(late, few)
-- Announcements past their hour, and messages whose progress should have been looked at.
SELECT place, COUNT(*) OVER () AS found
FROM (
    SELECT 'announcement ' || id AS place FROM announcement WHERE publish_at < CAST(:late AS BIGINT)
    UNION ALL
    SELECT 'message ' || id FROM broadcast WHERE look_at < CAST(:late AS BIGINT)
) AS overdue
ORDER BY place
LIMIT :few;

-- name: posts_overdue(long, now, few)
-- Posts that should have been sent or brought up to date, in chats that are not lost and do not rest.
SELECT 'post ' || m.id AS place, COUNT(*) OVER () AS found
FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id
WHERE m.lease IS NULL AND m.due_at < CAST(:long AS BIGINT) AND c.lost IS NULL
    AND (c.rests_until IS NULL OR c.rests_until < CAST(:now AS BIGINT))
ORDER BY m.due_at, m.id
LIMIT :few;

-- name: notices_without_instant(few)
-- Notices that ended, nobody knows when.
SELECT 'notice ' || id AS place, COUNT(*) OVER () AS found
FROM notice
WHERE fate NOT IN ('pending', 'sending') AND settled_at IS NULL
ORDER BY id
LIMIT :few;

-- name: notices_incomplete(kinds, of_rosters, few)
-- Live notices of no known kind, or about nothing.
SELECT 'notice ' || id AS place, COUNT(*) OVER () AS found
FROM notice
WHERE fate IN ('pending', 'sending') AND (
    kind NOT IN (SELECT value FROM json_each(CAST(:kinds AS TEXT)))
    OR (kind IN (SELECT value FROM json_each(CAST(:of_rosters AS TEXT))) AND training_id IS NULL)
    OR (kind IN ('question', 'answer') AND question_id IS NULL)
    OR (kind = 'message' AND broadcast_id IS NULL)
)
ORDER BY id
LIMIT :few;

-- name: notices_without_person(few)
-- Live notices for somebody of whom nothing else is known: erased, perhaps.
SELECT 'notice ' || n.id AS place, COUNT(*) OVER () AS found
FROM notice AS n
WHERE n.fate IN ('pending', 'sending')
    AND NOT EXISTS (SELECT 1 FROM official WHERE id = n.official_id)
    AND NOT EXISTS (SELECT 1 FROM registration WHERE official_id = n.official_id)
    AND NOT EXISTS (SELECT 1 FROM organiser WHERE official_id = n.official_id)
    AND NOT EXISTS (SELECT 1 FROM follower WHERE official_id = n.official_id)
    AND NOT EXISTS (SELECT 1 FROM subscription WHERE official_id = n.official_id)
    AND NOT EXISTS (SELECT 1 FROM question WHERE official_id = n.official_id)
ORDER BY n.id
LIMIT :few;

-- name: calls_uncounted(few)
-- What was delivered without a call that was counted before.
SELECT place, COUNT(*) OVER () AS found
FROM (
    SELECT 'notice ' || id AS place FROM notice
    WHERE attempts < 0 OR (attempts = 0 AND fate IN ('delivered', 'uncertain'))
    UNION ALL
    SELECT 'reply ' || id FROM reply
    WHERE attempts < 0 OR (attempts = 0 AND fate IN ('delivered', 'uncertain'))
) AS uncounted
ORDER BY place
LIMIT :few;

-- name: messages_miscounted(few)
-- Messages to many that ended with another number of notices than of people, without the erased, or have more already;
-- those who are still to be written to, or never will be, count as if they were.
SELECT 'message ' || id AS place, COUNT(*) OVER () AS found
FROM (
    SELECT
        b.id, b.state, b.people - b.erased AS people,
        (SELECT COUNT(*) FROM notice AS n WHERE n.broadcast_id = b.id) + (
            SELECT COUNT(*) FROM fan_out AS f JOIN addressee AS a ON a.fan_out_id = f.id WHERE f.broadcast_id = b.id
        ) AS notices
    FROM broadcast AS b
    WHERE b.people IS NOT NULL
) AS counted
WHERE notices > people OR (state = 'done' AND notices < people)
ORDER BY id
LIMIT :few;

-- name: messages_unwatched(few)
-- Messages to many at which nobody looks while they go out, and those that ended and whose notices never will.
SELECT 'message ' || b.id AS place, COUNT(*) OVER () AS found
FROM broadcast AS b
WHERE (b.state = 'sending' AND b.look_at IS NULL) OR (b.state IN ('done', 'discarded') AND b.dropping = 0 AND EXISTS (
    SELECT 1 FROM notice AS n WHERE n.broadcast_id = b.id AND n.fate = 'pending'
))
ORDER BY b.id
LIMIT :few;

-- name: posts_without_turn(few)
-- Posts that have not ended and are never looked at again.
SELECT 'post ' || id AS place, COUNT(*) OVER () AS found
FROM post
WHERE ended IS NULL AND due_at IS NULL AND lease IS NULL
ORDER BY id
LIMIT :few;

-- name: reminders_untrue(few)
-- Reminders for people who neither have a seat nor follow the training, and those of trainings called off, but for those
-- of one just changed.
SELECT 'notice ' || n.id AS place, COUNT(*) OVER () AS found
FROM notice AS n JOIN training AS t ON t.id = n.training_id
WHERE n.fate = 'pending' AND n.kind IN ('reminder_week', 'reminder_day', 'reminder_hour') AND (
    t.status = 'cancelled' OR NOT (
        EXISTS (SELECT 1 FROM follower AS f WHERE f.training_id = n.training_id AND f.official_id = n.official_id)
        OR EXISTS (
            SELECT 1 FROM registration AS r
            WHERE r.training_id = n.training_id AND r.official_id = n.official_id
                AND (r.state = 'seated' OR r.former = 'seated')
        )
    )
) AND NOT EXISTS (SELECT 1 FROM fan_out AS f WHERE f.training_id = t.id AND f.kind IN ('change', 'cancellation'))
ORDER BY n.id
LIMIT :few;

-- name: reminders_of_former_dates(few)
-- Reminders whose occasion is a start that the training does not state any more, but for those of one just changed.
SELECT 'notice ' || n.id AS place, COUNT(*) OVER () AS found
FROM notice AS n JOIN training AS t ON t.id = n.training_id
WHERE n.fate = 'pending' AND n.kind IN ('reminder_week', 'reminder_day', 'reminder_hour')
    AND t.details NOT LIKE '%"start":"' || SUBSTR(
        n.key, LENGTH(n.kind || ':' || n.training_id || ':' || n.official_id || ':') + 1
    ) || '"%'
    AND NOT EXISTS (SELECT 1 FROM fan_out AS f WHERE f.training_id = t.id AND f.kind IN ('change', 'cancellation'))
ORDER BY n.id
LIMIT :few;

-- name: answers_untold(few)
-- Questions that were answered though nobody was to tell the answer.
SELECT 'question ' || q.id AS place, COUNT(*) OVER () AS found
FROM question AS q
WHERE q.state = 'answered' AND q.text IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM notice AS n WHERE n.question_id = q.id AND n.kind = 'answer')
ORDER BY q.id
LIMIT :few;

-- name: acts_without_right(few)
-- Acts of people who had no role when they acted, as far as it can be told: roles that were given leave an act.
SELECT 'act ' || a.id AS place, COUNT(*) OVER () AS found
FROM act AS a
WHERE a.official_id IS NOT NULL AND a.deed <> 'accepted'
    AND NOT EXISTS (
        SELECT 1 FROM act AS given WHERE given.official_id = a.official_id AND given.deed = 'accepted' AND given.id < a.id
    )
    AND NOT EXISTS (SELECT 1 FROM invitation AS i WHERE i.used_by = a.official_id AND i.used_at <= a.done_at)
    AND (
        EXISTS (SELECT 1 FROM act AS given WHERE given.official_id = a.official_id AND given.deed = 'accepted')
        OR EXISTS (SELECT 1 FROM invitation AS i WHERE i.used_by = a.official_id)
        OR NOT EXISTS (SELECT 1 FROM organiser AS o WHERE o.official_id = a.official_id)
    )
ORDER BY a.id
LIMIT :few;

-- name: messages_without_act(few)
-- Messages to many of programmes in which nobody has sent as many.
SELECT 'programme ' || b.programme_id AS place, COUNT(*) OVER () AS found
FROM broadcast AS b
WHERE b.begun_at IS NOT NULL
GROUP BY b.programme_id
HAVING COUNT(*) > (SELECT COUNT(*) FROM act AS a WHERE a.programme_id = b.programme_id AND a.deed = 'messaged')
ORDER BY b.programme_id
LIMIT :few;

-- name: texts_kept(unpassed, ended, purged, few)
-- Texts of people that the nightly chores should have forgotten.
SELECT place, COUNT(*) OVER () AS found
FROM (
    SELECT 'question ' || id AS place FROM question
    WHERE text IS NOT NULL AND (
        (state = 'asked' AND asked_at < CAST(:unpassed AS BIGINT))
        OR (state = 'passed' AND passed_at < CAST(:ended AS BIGINT))
        OR (state IN ('answered', 'closed') AND ended_at < CAST(:ended AS BIGINT))
    )
    UNION ALL
    SELECT 'notice ' || n.id FROM notice AS n
    WHERE n.question_id IS NOT NULL AND n.args <> '{}' AND n.settled_at < CAST(:unpassed AS BIGINT)
    UNION ALL
    SELECT 'message ' || id FROM broadcast
    WHERE text IS NOT NULL AND (
        ended_at < CAST(:ended AS BIGINT) OR (state = 'composing' AND made_at < CAST(:ended AS BIGINT))
    )
    UNION ALL
    SELECT 'update ' || update_id FROM inbox WHERE state = 'dead' AND tried_at < CAST(:purged AS BIGINT)
    UNION ALL
    SELECT 'announcement ' || id FROM announcement
    WHERE state = 'discarded' AND ended_at < CAST(:purged AS BIGINT)
) AS kept
ORDER BY place
LIMIT :few;

-- name: training_instants()
-- Every training with the instants at which it is kept.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on, t.starts_at, t.ends_at,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
ORDER BY t.id;

-- name: reminded(now)
-- The trainings to come on which anybody is to be reminded, with the wishes of those people, each once.
SELECT DISTINCT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry, o.preferences
FROM training AS t
JOIN programme AS p ON p.id = t.programme_id
JOIN (
    SELECT training_id, official_id FROM registration WHERE state = 'seated'
    UNION ALL
    SELECT training_id, official_id FROM follower
) AS listed ON listed.training_id = t.id
JOIN official AS o ON o.id = listed.official_id
WHERE t.status = 'planned' AND t.ends_at > CAST(:now AS BIGINT)
    AND NOT EXISTS (SELECT 1 FROM fan_out AS f WHERE f.training_id = t.id AND f.kind IN ('change', 'cancellation'));

-- name: without_reminder(training_id, kind, start, preferences)
-- The people with these wishes who have no reminder of a kind for a training, said, missed or still to come.
SELECT listed.official_id
FROM (
    SELECT official_id FROM registration WHERE training_id = :training_id AND state = 'seated'
    UNION
    SELECT official_id FROM follower WHERE training_id = :training_id
) AS listed
JOIN official AS o ON o.id = listed.official_id
WHERE o.preferences = :preferences AND NOT EXISTS (
    SELECT 1 FROM notice AS n
    WHERE n.key = CAST(:kind AS TEXT) || ':' || CAST(CAST(:training_id AS BIGINT) AS TEXT) || ':' || listed.official_id
        || ':' || CAST(:start AS TEXT)
        AND n.fate <> 'dropped'
);

-- name: end_notice_leases(before)!
-- Put notices back whose lease ended long ago; their calls stay counted.
UPDATE notice SET fate = 'pending', lease = NULL, lease_until = NULL
WHERE fate = 'sending' AND lease_until < :before;

-- name: end_reply_leases(before)!
-- Put replies back whose lease ended long ago.
UPDATE reply SET fate = 'pending', lease = NULL, lease_until = NULL
WHERE fate = 'sending' AND lease_until < :before;

-- name: end_post_leases(before)!
-- Put posts back whose lease ended long ago.
UPDATE post SET lease = NULL, lease_until = NULL, due_at = COALESCE(due_at, :before)
WHERE lease IS NOT NULL AND lease_until < :before;

-- name: counts()
-- How much there is.
SELECT 'trainings' AS what, COUNT(*) AS found FROM training
UNION ALL
SELECT 'registrations', COUNT(*) FROM registration
UNION ALL
SELECT 'notices', COUNT(*) FROM notice
UNION ALL
SELECT 'replies', COUNT(*) FROM reply
UNION ALL
SELECT 'updates', COUNT(*) FROM inbox;
