-- name: receive(update_id, person_id, turn_of, raw, received_at)*!
-- Keep an update; one already there stays as it is.
INSERT INTO inbox (update_id, person_id, turn_of, raw, received_at)
VALUES (:update_id, :person_id, :turn_of, :raw, :received_at)
ON CONFLICT (update_id) DO NOTHING;

-- name: next_turns(busy, now, limit, longest)
-- Take the oldest waiting update of each person who is not busy, unless it waits for its next attempt.
UPDATE inbox SET attempts = attempts + 1, tried_at = :now
WHERE update_id IN (
    SELECT head.update_id
    FROM inbox AS head
    WHERE head.state = 'new'
        AND (head.retry_at IS NULL OR head.retry_at <= :now OR head.retry_at > :longest)
        AND head.turn_of NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:busy AS TEXT)))
        AND NOT EXISTS (
            SELECT 1 FROM inbox AS earlier
            WHERE earlier.state = 'new' AND earlier.turn_of = head.turn_of AND earlier.update_id < head.update_id
        )
    ORDER BY head.update_id
    LIMIT :limit
)
RETURNING update_id, person_id, raw, attempts;

-- name: done(update_id)!
-- Note that an update took effect, and forget its text and whose it was.
UPDATE inbox SET
    state = 'done', raw = NULL, error = NULL, retry_at = NULL, person_id = NULL, turn_of = update_id
WHERE update_id = :update_id;

-- name: retry(update_id, retry_at, error, uncounted)!
-- Let an update wait for its next attempt.
UPDATE inbox SET retry_at = :retry_at, error = :error, attempts = attempts - :uncounted
WHERE update_id = :update_id AND state = 'new';

-- name: text_of_update(update_id)^
-- The text of an update that waits.
SELECT raw FROM inbox WHERE update_id = :update_id AND state = 'new';

-- name: set_aside(update_id, raw, error, now)!
-- Give an update up; its text stays for whoever looks into it, masked, until the purge.
UPDATE inbox SET state = 'dead', raw = :raw, error = :error, tried_at = :now WHERE update_id = :update_id AND state = 'new';

-- name: unfinished()^
-- Count the updates that wait.
SELECT COUNT(*) FROM inbox WHERE state = 'new';

-- name: in_doubt()^
-- Count the updates that were taken and neither took effect nor failed: the process may have died of one of them.
SELECT COUNT(*) FROM inbox WHERE state = 'new' AND attempts > 0 AND error IS NULL;

-- name: purge_updates(before, limit)!
-- Forget some of the updates that ended before an instant.
DELETE FROM inbox WHERE update_id IN (
    SELECT update_id FROM inbox
    WHERE state <> 'new' AND COALESCE(tried_at, received_at) < :before
    ORDER BY COALESCE(tried_at, received_at)
    LIMIT :limit
);
