-- name: note_act(deed, official_id, programme_id, training_id, args, before, after, left_version, done_at)^
-- Keep what an organiser did.
INSERT INTO act (deed, official_id, programme_id, training_id, args, before, after, left_version, done_at)
VALUES (:deed, :official_id, :programme_id, :training_id, :args, :before, :after, :left_version, :done_at)
RETURNING id;

-- name: acts(ids)
-- Acts by their ids, newest first.
SELECT
    a.id AS act_id, a.deed, a.official_id, a.args, a.before, a.after, a.left_version, a.done_at, a.programme_id,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.name AS programme, p.organiser, p.timezone, p.entry
FROM act AS a
LEFT JOIN official AS o ON o.id = a.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
LEFT JOIN training AS t ON t.id = a.training_id
LEFT JOIN programme AS p ON p.id = a.programme_id
WHERE a.id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)))
ORDER BY a.id DESC;

-- name: newest_acts(everywhere, programmes, limit, offset)
-- The newest acts in some programmes.
SELECT id FROM act
WHERE CAST(:everywhere AS INTEGER) = 1
    OR programme_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:programmes AS TEXT)))
ORDER BY id DESC
LIMIT :limit OFFSET :offset;

-- name: acts_on_training(training_id, limit, offset)
-- The newest acts on a training, and the one that published it among others.
SELECT id FROM act
WHERE training_id = :training_id OR (training_id IS NULL AND deed = 'published' AND args LIKE (
    SELECT '%"announcement":"' || CAST(announcement_id AS TEXT) || '"%' FROM training WHERE id = :training_id
))
ORDER BY id DESC
LIMIT :limit OFFSET :offset;

-- name: erase_doer(official_id)!
-- Whose acts they were; what was done stays.
UPDATE act SET official_id = NULL WHERE official_id = :official_id;

-- name: erase_concerned(official_id)!
-- To whom acts were done; what was done stays.
UPDATE act SET args = REPLACE(args, '"whom":"' || CAST(CAST(:official_id AS BIGINT) AS TEXT) || '"', '"whom":""')
WHERE args LIKE '%"whom":"' || CAST(CAST(:official_id AS BIGINT) AS TEXT) || '"%';

-- name: erase_writer(official_id)!
-- Whose announcements they were; the announcements stay.
UPDATE announcement SET made_by = NULL WHERE made_by = :official_id;
