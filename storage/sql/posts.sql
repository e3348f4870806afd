-- name: add_post(bound_chat_id, training_id, due_at)^
-- Write a post, unless the training has one in this chat.
INSERT INTO post (bound_chat_id, training_id, due_at) VALUES (:bound_chat_id, :training_id, :due_at)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: touch_posts(training_id, now, between)!
-- Let the posts about a training be looked at soon, each a while after it was last told; a new one keeps its hour.
UPDATE post SET
    revision = revision + 1,
    due_at = CASE
        WHEN message_id IS NULL THEN due_at
        WHEN due_at <= :now THEN due_at
        WHEN told_at > :now OR told_at + :between <= :now THEN :now
        ELSE told_at + :between
    END
WHERE training_id = :training_id AND ended IS NULL;

-- name: touch_posts_in(bound_chat_id, now)!
-- Let all posts in a chat be looked at.
UPDATE post SET revision = revision + 1, due_at = CASE WHEN message_id IS NULL THEN due_at ELSE :now END
WHERE bound_chat_id = :bound_chat_id AND ended IS NULL;

-- name: repost(bound_chat_ids, now)!
-- Let posts that stayed behind in a former group appear anew; those that have ended stay ended.
UPDATE post SET
    revision = revision + 1, message_id = NULL, looks = '', attempts = 0, due_at = :now, lease = NULL, lease_until = NULL
WHERE ended IS NULL AND message_id IS NOT NULL
    AND bound_chat_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:bound_chat_ids AS TEXT)));

-- name: leased_posts(lease)
-- The posts under a lease, with the world as it is now.
SELECT
    m.id AS post_id, m.lease, m.revision, m.message_id, m.looks, m.attempts, m.due_at,
    c.id AS bound_chat_id, c.telegram_id, c.thread, c.venue, c.title, c.language AS spoken, c.paused, c.lost,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM post AS m
JOIN bound_chat AS c ON c.id = m.bound_chat_id
JOIN training AS t ON t.id = m.training_id
JOIN programme AS p ON p.id = t.programme_id
WHERE m.lease = :lease
ORDER BY m.due_at, m.id;

-- name: begin_post(post_id, lease)^
-- Count a call about to be made, if the lease still holds.
UPDATE post SET attempts = attempts + 1 WHERE id = :post_id AND lease = :lease RETURNING id;

-- name: settle_post(post_id, lease, revision, message_id, looks, told_at, soon, turn)^
-- Write what a post shows, if the lease still holds; touched meanwhile, it is looked at again soon.
UPDATE post SET
    message_id = COALESCE(message_id, CAST(:message_id AS BIGINT)), looks = :looks,
    told_at = COALESCE(CAST(:told_at AS BIGINT), told_at),
    attempts = 0, lease = NULL, lease_until = NULL,
    due_at = CASE WHEN revision = :revision THEN CAST(:turn AS BIGINT) ELSE CAST(:soon AS BIGINT) END
WHERE id = :post_id AND lease = :lease
RETURNING id;

-- name: end_post(post_id, lease, ended)^
-- Leave a post alone for good, if the lease still holds.
UPDATE post SET ended = :ended, due_at = NULL, lease = NULL, lease_until = NULL
WHERE id = :post_id AND lease = :lease
RETURNING id;

-- name: release_post(post_id, lease, due_at, uncounted)^
-- Put a post back, if the lease still holds.
UPDATE post SET due_at = :due_at, attempts = attempts - :uncounted, lease = NULL, lease_until = NULL
WHERE id = :post_id AND lease = :lease
RETURNING id;

-- name: release_posts(now)!
-- End the leases left behind by a process that died.
UPDATE post SET lease_until = :now WHERE lease IS NOT NULL;
