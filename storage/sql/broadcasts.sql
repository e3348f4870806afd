-- name: add_broadcast(programme_id, official_id, now)^
-- Begin a message to many.
INSERT INTO broadcast (programme_id, made_by, made_at) VALUES (:programme_id, :official_id, :now)
RETURNING id;

-- name: broadcasts(ids)
-- Messages to many, newest first, with what they are about and the language of who watches them go out.
SELECT
    b.id AS broadcast_id, b.state AS phase, b.text, b.audience, b.institution_id AS addressed_id, b.topic, b.people,
    b.begun_at, b.ended_at, b.removed_at, b.chat_id, b.message_id, b.shown, b.shown_at, b.dropping,
    i.name AS institution, watcher.language,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM broadcast AS b
JOIN programme AS p ON p.id = b.programme_id
LEFT JOIN training AS t ON t.id = b.training_id
LEFT JOIN institution AS i ON i.id = b.institution_id
LEFT JOIN official AS watcher ON watcher.id = b.chat_id
WHERE b.id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
ORDER BY b.id DESC;

-- name: write_broadcast(broadcast_id, text)^
-- Give a message that is being composed its text.
UPDATE broadcast SET text = :text WHERE id = :broadcast_id AND state = 'composing'
RETURNING id;

-- name: address_broadcast(broadcast_id, audience, training_id, institution_id, topic)^
-- Say for whom a message is that is being composed.
UPDATE broadcast SET
    audience = :audience, training_id = :training_id, institution_id = :institution_id, topic = :topic
WHERE id = :broadcast_id AND state = 'composing'
RETURNING id;

-- name: count_listed(training_id, states, unconfirmed)^
-- How many are on the list of a training, in certain states.
SELECT COUNT(*) FROM registration
WHERE training_id = :training_id AND state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
    AND (CAST(:unconfirmed AS BIGINT) = 0 OR confirmed = 0);

-- name: address_listed(fan_out_id, training_id, states, unconfirmed)!
-- Address those on the list of a training, in certain states.
INSERT INTO addressee (fan_out_id, official_id)
SELECT CAST(:fan_out_id AS BIGINT), official_id FROM registration
WHERE training_id = :training_id AND state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
    AND (CAST(:unconfirmed AS BIGINT) = 0 OR confirmed = 0);

-- name: count_of_programme(programme_id, states, since, institution_id, unsubscribed)^
-- How many are on a list of a programme that did not end long ago, perhaps of one institution, or who want no news.
SELECT COUNT(DISTINCT r.official_id)
FROM training AS t
JOIN registration AS r ON r.training_id = t.id
LEFT JOIN official AS o ON o.id = r.official_id
WHERE t.programme_id = :programme_id AND t.ends_at > :since
    AND r.state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
    AND (CAST(:institution_id AS BIGINT) IS NULL OR o.institution_id = :institution_id)
    AND (CAST(:unsubscribed AS BIGINT) = 0 OR NOT EXISTS (
        SELECT 1 FROM subscription WHERE subscription.official_id = r.official_id
    ));

-- name: address_of_programme(fan_out_id, programme_id, states, since, institution_id, unsubscribed)!
-- Address those on a list of a programme that did not end long ago, perhaps of one institution, or who want no news.
INSERT INTO addressee (fan_out_id, official_id)
SELECT DISTINCT CAST(:fan_out_id AS BIGINT), r.official_id
FROM training AS t
JOIN registration AS r ON r.training_id = t.id
LEFT JOIN official AS o ON o.id = r.official_id
WHERE t.programme_id = :programme_id AND t.ends_at > :since
    AND r.state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
    AND (CAST(:institution_id AS BIGINT) IS NULL OR o.institution_id = :institution_id)
    AND (CAST(:unsubscribed AS BIGINT) = 0 OR NOT EXISTS (
        SELECT 1 FROM subscription WHERE subscription.official_id = r.official_id
    ));

-- name: count_of_topic(topic)^
-- How many want to hear of new trainings, perhaps about one topic only.
SELECT COUNT(*) FROM subscription
WHERE CAST(:topic AS TEXT) IS NULL OR everything = 1 OR EXISTS (
    SELECT 1 FROM subscribed_topic
    WHERE subscribed_topic.official_id = subscription.official_id AND subscribed_topic.topic = :topic
);

-- name: address_of_topic(fan_out_id, topic)!
-- Address those who want to hear of new trainings, perhaps about one topic only.
INSERT INTO addressee (fan_out_id, official_id)
SELECT CAST(:fan_out_id AS BIGINT), official_id FROM subscription
WHERE CAST(:topic AS TEXT) IS NULL OR everything = 1 OR EXISTS (
    SELECT 1 FROM subscribed_topic
    WHERE subscribed_topic.official_id = subscription.official_id AND subscribed_topic.topic = :topic
);

-- name: addressed_institutions(programme_id, states, since)
-- The institutions of those on the lists of a programme that did not end long ago.
SELECT i.id AS institution_id, i.name AS institution, COUNT(DISTINCT r.official_id) AS people
FROM training AS t
JOIN registration AS r ON r.training_id = t.id
JOIN official AS o ON o.id = r.official_id
JOIN institution AS i ON i.id = o.institution_id
WHERE t.programme_id = :programme_id AND t.ends_at > :since
    AND r.state IN (SELECT value FROM json_each(CAST(:states AS TEXT)))
GROUP BY i.id, i.name;

-- name: begin_broadcast(broadcast_id, people, now, chat_id, message_id)^
-- Let a message go out, once.
UPDATE broadcast SET
    state = 'sending', people = :people, begun_at = :now, look_at = :now, chat_id = :chat_id, message_id = :message_id
WHERE id = :broadcast_id AND state = 'composing'
RETURNING id;

-- name: turn_broadcast(broadcast_id, was, becomes, ended_at, look_at)^
-- Put a message into another state, unless it has left the one it was in.
UPDATE broadcast SET state = :becomes, ended_at = :ended_at, look_at = :look_at
WHERE id = :broadcast_id AND state = :was
RETURNING id;

-- name: give_back(broadcast_id)!
-- Give back what was claimed and not begun; what is on its way just ends.
UPDATE notice SET fate = 'pending', lease = NULL, lease_until = NULL
WHERE broadcast_id = :broadcast_id AND fate = 'sending' AND attempts = 0;

-- name: drop_claimed(broadcast_id, now)!
-- Wait no longer for what becomes of those on their way.
UPDATE notice SET fate = 'dropped', reason = 'stopped', settled_at = :now, lease = NULL, lease_until = NULL
WHERE broadcast_id = :broadcast_id AND fate = 'sending';

-- name: begin_dropping(broadcast_id)!
-- Have the notices of an ended message dropped.
UPDATE broadcast SET dropping = 1 WHERE id = :broadcast_id;

-- name: next_dropping()^
-- The ended message of which notices are to be dropped next.
SELECT id FROM broadcast WHERE dropping = 1 ORDER BY id LIMIT 1;

-- name: drop_unsaid(broadcast_id, limit)!
-- Drop the next notices of an ended message, as when it was ended.
UPDATE notice SET
    fate = 'dropped', reason = 'stopped',
    settled_at = (SELECT ended_at FROM broadcast WHERE broadcast.id = notice.broadcast_id)
WHERE fate = 'pending' AND id IN (
    SELECT id FROM notice WHERE broadcast_id = :broadcast_id AND fate = 'pending' ORDER BY due_at, id LIMIT :limit
);

-- name: end_dropping(broadcast_id)!
-- All notices of an ended message are dropped.
UPDATE broadcast SET dropping = 0 WHERE id = :broadcast_id;

-- name: broadcast_counts(ids)
-- How many notices of each message have which fate, and when the first of them is due; the unreachable once more, and
-- those that are not written, or never will be.
SELECT broadcast_id, fate, COUNT(*) AS people, MIN(due_at) AS next_at
FROM notice
WHERE broadcast_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
GROUP BY broadcast_id, fate
UNION ALL
SELECT broadcast_id, 'unreachable', COUNT(*), NULL
FROM notice
WHERE broadcast_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
    AND fate = 'dropped' AND reason = 'unreachable'
GROUP BY broadcast_id
UNION ALL
SELECT f.broadcast_id, CASE b.state WHEN 'done' THEN 'given up' ELSE 'addressed' END, COUNT(*), NULL
FROM fan_out AS f
JOIN addressee AS a ON a.fan_out_id = f.id
JOIN broadcast AS b ON b.id = f.broadcast_id
WHERE f.broadcast_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
GROUP BY f.broadcast_id, b.state;

-- name: unreached(broadcast_id, limit, offset)
-- Those whom a message did not reach for certain, by name, with what became of it.
SELECT
    n.official_id, n.kind, n.fate, n.reason,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM notice AS n
LEFT JOIN official AS o ON o.id = n.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
WHERE n.broadcast_id = :broadcast_id
    AND (n.fate IN ('refused', 'uncertain', 'missed') OR (n.fate = 'dropped' AND n.reason = 'unreachable'))
ORDER BY o.name IS NULL, o.name, n.id
LIMIT :limit OFFSET :offset;

-- name: begun_broadcasts(everywhere, programmes, limit)
-- The messages that went out last.
SELECT id FROM broadcast
WHERE begun_at IS NOT NULL AND (
    CAST(:everywhere AS BIGINT) = 1
    OR programme_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:programmes AS TEXT)))
)
ORDER BY id DESC
LIMIT :limit;

-- name: remove_broadcast(broadcast_id, since, now)^
-- Note that a message is deleted at those who got it after an instant, once, and before which notice its own begin.
UPDATE broadcast SET
    removed_at = :now, removing_since = :since,
    removing_after = COALESCE((SELECT MIN(n.id) - 1 FROM notice AS n WHERE n.broadcast_id = broadcast.id), 0)
WHERE id = :broadcast_id AND state = 'done' AND removed_at IS NULL
RETURNING removing_after;

-- name: count_removed(broadcast_id, since)^
-- At how many people a message is deleted.
SELECT COUNT(*) FROM notice
WHERE broadcast_id = :broadcast_id AND fate = 'delivered' AND message_id IS NOT NULL AND settled_at > :since;

-- name: next_removing()^
-- The message of which calls are still to be written.
SELECT id, removing_after FROM broadcast WHERE removing_after IS NOT NULL ORDER BY removed_at, id LIMIT 1;

-- name: next_removed(after, limit)^
-- The next of all notices, whatever they are: the last of them, and how many they are.
SELECT MAX(id) AS last, COUNT(*) AS notices
FROM (SELECT id FROM notice WHERE id > :after ORDER BY id LIMIT :limit) AS coming;

-- name: delete_delivered(broadcast_id, after, last)!
-- Write the calls that delete a message where one of these notices was delivered lately enough.
INSERT INTO reply (chat_id, method, body, due_at, fate, attempts)
SELECT
    n.official_id, 'deleteMessage', '{"chat_id":' || n.official_id || ',"message_id":' || n.message_id || '}',
    b.removed_at, 'pending', 0
FROM broadcast AS b CROSS JOIN notice AS n
WHERE b.id = :broadcast_id AND n.id > :after AND n.id <= :last AND +n.broadcast_id = b.id
    AND n.fate = 'delivered' AND n.message_id IS NOT NULL AND n.settled_at > b.removing_since;

-- name: removed_up_to(broadcast_id, last)!
-- Note up to which notice the calls are written; with none, all of them are.
UPDATE broadcast SET removing_after = :last WHERE id = :broadcast_id;

-- name: broadcasts_to_look_at(now, limit)
-- The messages whose progress has to be looked at.
SELECT id FROM broadcast WHERE look_at <= :now ORDER BY look_at, id LIMIT :limit;

-- name: look_again(broadcast_id, look_at)!
-- Look at a message's progress then; never, without an instant.
UPDATE broadcast SET look_at = :look_at WHERE id = :broadcast_id;

-- name: progress_shown(broadcast_id, shown, now, look_at, message_id)!
-- Note what was shown of a message's progress, and in which message when it is a new one.
UPDATE broadcast SET
    shown = :shown, shown_at = :now, look_at = :look_at, message_id = COALESCE(CAST(:message_id AS BIGINT), message_id)
WHERE id = :broadcast_id;

-- name: discard_stale_broadcasts(before)!
-- Discard what was composed long ago and never sent; it ends as old as it is.
UPDATE broadcast SET state = 'discarded', ended_at = made_at WHERE state = 'composing' AND made_at < :before;

-- name: forget_broadcasts(before)!
-- Forget the texts of messages that ended long ago.
UPDATE broadcast SET text = NULL WHERE text IS NOT NULL AND ended_at < :before;
