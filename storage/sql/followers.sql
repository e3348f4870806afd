-- name: follow(training_id, official_id)^
-- Follow a training, unless it is followed already.
INSERT INTO follower (training_id, official_id) VALUES (:training_id, :official_id)
ON CONFLICT DO NOTHING
RETURNING training_id;

-- name: unfollow(training_id, official_id)^
-- Follow a training no longer.
DELETE FROM follower WHERE training_id = :training_id AND official_id = :official_id RETURNING training_id;

-- name: followed(official_id)
-- The trainings a person follows, in the order of their start.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM follower AS f
JOIN training AS t ON t.id = f.training_id
JOIN programme AS p ON p.id = t.programme_id
WHERE f.official_id = :official_id
ORDER BY t.starts_at, t.id;

-- name: followers(training_id, first, last)
-- The people who follow a training, between two ids.
SELECT
    f.official_id,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM follower AS f
LEFT JOIN official AS o ON o.id = f.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
WHERE f.training_id = :training_id AND f.official_id BETWEEN :first AND :last
ORDER BY f.official_id;
