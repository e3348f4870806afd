-- name: subscriptions(ids)
-- What these people want to hear of, a row a topic.
SELECT s.official_id, s.weekly, s.everything, t.topic, t.shown
FROM subscription AS s LEFT JOIN subscribed_topic AS t ON t.official_id = s.official_id
WHERE s.official_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
ORDER BY s.official_id, t.topic;

-- name: count_subscribers(topics, without)
-- How many, at once and weekly, want to hear of everything or one of these topics, and can be reached.
SELECT weekly, COUNT(*) AS people
FROM subscription
WHERE (everything = 1 OR official_id IN (
        SELECT official_id FROM subscribed_topic
        WHERE topic IN (SELECT value FROM json_each(CAST(:topics AS TEXT)))
    ))
    AND official_id NOT IN (SELECT id FROM official WHERE unreachable IS NOT NULL)
    AND official_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:without AS TEXT)))
GROUP BY weekly;

-- name: address_subscribers(fan_out_id, weekly, topics, without)!
-- Address those who want to hear, at once or weekly, of everything or one of these topics, and can be reached.
INSERT INTO addressee (fan_out_id, official_id)
SELECT CAST(:fan_out_id AS BIGINT), official_id
FROM subscription
WHERE (everything = 1 OR official_id IN (
        SELECT official_id FROM subscribed_topic
        WHERE topic IN (SELECT value FROM json_each(CAST(:topics AS TEXT)))
    ))
    AND official_id NOT IN (SELECT id FROM official WHERE unreachable IS NOT NULL)
    AND official_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:without AS TEXT)))
    AND weekly = :weekly;

-- name: save_subscription(official_id, weekly, everything)!
-- Add or replace what a person wants to hear of.
INSERT INTO subscription (official_id, weekly, everything) VALUES (:official_id, :weekly, :everything)
ON CONFLICT (official_id) DO UPDATE SET weekly = excluded.weekly, everything = excluded.everything;

-- name: save_topic(official_id, topic, shown)*!
-- Add a topic that a person wants to hear of.
INSERT INTO subscribed_topic (official_id, topic, shown) VALUES (:official_id, :topic, :shown);

-- name: drop_topics(official_id)!
-- Forget the topics that a person wanted to hear of.
DELETE FROM subscribed_topic WHERE official_id = :official_id;

-- name: concerned(trainings)
-- Who has a place on one of these trainings, or follows it.
SELECT official_id, training_id FROM registration
WHERE state <> 'withdrawn'
    AND training_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:trainings AS TEXT)))
UNION
SELECT official_id, training_id FROM follower
WHERE training_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:trainings AS TEXT)));

-- name: these_trainings(ids)
-- These trainings, and how full they are, in the order in which they start.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
ORDER BY t.starts_at, t.id;
