-- name: alteration_of(training_id)^
-- Whether a change of a training is still to be written.
SELECT id FROM fan_out WHERE training_id = :training_id AND kind IN ('change', 'cancellation') LIMIT 1;

-- name: address_concerned(fan_out_id, training_id)!
-- Address everybody on the list of a training, and whoever follows it.
INSERT INTO addressee (fan_out_id, official_id)
SELECT CAST(:fan_out_id AS BIGINT), official_id FROM registration WHERE training_id = :training_id AND state <> 'withdrawn'
UNION
SELECT CAST(:fan_out_id AS BIGINT), official_id FROM follower WHERE training_id = :training_id;

-- name: next_alteration()^
-- The change that was made first of those still to be written.
SELECT id, training_id, args, begun_at, due_at
FROM fan_out
WHERE kind IN ('change', 'cancellation')
ORDER BY id
LIMIT 1;

-- name: next_altered(fan_out_id, training_id, limit)
-- The next people for whom a change is to be written, and whether it still concerns them.
SELECT
    a.official_id,
    EXISTS (
        SELECT 1 FROM registration AS r
        WHERE r.training_id = :training_id AND r.official_id = a.official_id AND r.state <> 'withdrawn'
    ) OR EXISTS (
        SELECT 1 FROM follower AS f WHERE f.training_id = :training_id AND f.official_id = a.official_id
    ) AS concerned
FROM addressee AS a
WHERE a.fan_out_id = :fan_out_id
ORDER BY a.official_id
LIMIT :limit;

-- name: drop_altered(fan_out_id, last)!
-- Forget the people up to this one: it is written for them.
DELETE FROM addressee WHERE fan_out_id = :fan_out_id AND official_id <= :last;

-- name: end_alteration(fan_out_id)!
-- Forget a change that is written for everybody.
DELETE FROM fan_out
WHERE id = :fan_out_id AND NOT EXISTS (SELECT 1 FROM addressee WHERE addressee.fan_out_id = fan_out.id);
