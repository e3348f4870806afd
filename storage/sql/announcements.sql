-- name: begin_announcement(programme_id, origin, text, dated_on, made_by, made_at)^
-- Keep a new announcement.
INSERT INTO announcement (programme_id, origin, text, dated_on, made_by, made_at)
VALUES (:programme_id, :origin, :text, :dated_on, :made_by, :made_at)
RETURNING id;

-- name: announcement(announcement_id)^
-- An announcement with its programme.
SELECT
    a.id AS announcement_id, a.origin, a.text, a.dated_on, a.made_by, a.made_at, a.state, a.silent, a.publish_at,
    a.ended_at, a.version AS announcement_version,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM announcement AS a JOIN programme AS p ON p.id = a.programme_id
WHERE a.id = :announcement_id;

-- name: unfinished_announcements(everywhere, programmes)
-- The announcements that wait for somebody to publish them, or for their hour, newest first; no form left empty.
SELECT
    a.id AS announcement_id, a.origin, a.text, a.dated_on, a.made_by, a.made_at, a.state, a.silent, a.publish_at,
    a.ended_at, a.version AS announcement_version,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM announcement AS a JOIN programme AS p ON p.id = a.programme_id
WHERE a.state IN ('open', 'scheduled') AND a.origin <> 'edit' AND (
    CAST(:everywhere AS INTEGER) = 1
    OR a.programme_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:programmes AS TEXT)))
) AND (
    a.origin <> 'form'
    OR EXISTS (SELECT 1 FROM draft WHERE draft.announcement_id = a.id AND draft.version > 1)
)
ORDER BY a.id DESC;

-- name: due_announcements(now, limit)
-- The scheduled announcements whose hour has come.
SELECT
    a.id AS announcement_id, a.origin, a.text, a.dated_on, a.made_by, a.made_at, a.state, a.silent, a.publish_at,
    a.ended_at, a.version AS announcement_version,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM announcement AS a JOIN programme AS p ON p.id = a.programme_id
WHERE a.publish_at <= :now
ORDER BY a.publish_at, a.id
LIMIT :limit;

-- name: announcement_of_training(training_id)^
-- The announcement that a training was last announced in.
SELECT
    a.id AS announcement_id, a.origin, a.text, a.dated_on, a.made_by, a.made_at, a.state, a.silent, a.publish_at,
    a.ended_at, a.version AS announcement_version,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM training AS t
JOIN announcement AS a ON a.id = t.announcement_id
JOIN programme AS p ON p.id = a.programme_id
WHERE t.id = :training_id;

-- name: settle_announcement(announcement_id, version, state, made_by, silent, publish_at, ended_at)^
-- Put an announcement into another stage, unless somebody else did meanwhile; whoever does answers for it.
UPDATE announcement SET
    state = :state, made_by = :made_by, silent = :silent, publish_at = :publish_at, ended_at = :ended_at, version = version + 1
WHERE id = :announcement_id AND version = :version
RETURNING id;

-- name: edit_of_training(training_id, official_id)^
-- The announcement in which a person is changing a training.
SELECT a.id
FROM draft AS d JOIN announcement AS a ON a.id = d.announcement_id
WHERE d.training_id = :training_id AND a.origin = 'edit' AND a.state = 'open' AND a.made_by = :official_id
ORDER BY a.id DESC
LIMIT 1;

-- name: touch_announcement(announcement_id)!
-- Tell that a draft of an announcement has changed.
UPDATE announcement SET version = version + 1 WHERE id = :announcement_id;

-- name: touch_for_draft(announcement_id, draft_id, version)!
-- Tell that a draft of an announcement is about to change: whoever changes both locks the announcement first.
UPDATE announcement SET version = version + 1
WHERE id = :announcement_id AND EXISTS (SELECT 1 FROM draft WHERE draft.id = :draft_id AND draft.version = :version);

-- name: announce_training(training_id, announcement_id, announced_on)*!
-- Note where a training was announced, and on which day.
UPDATE training SET announcement_id = :announcement_id, announced_on = :announced_on WHERE id = :training_id;

-- name: drafts(announcement_id)
-- The drafts of an announcement, with the trainings they change.
SELECT
    d.id AS draft_id, d.announcement_id, d.found, d.base_version, d.base, d.version AS draft_version,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM draft AS d
LEFT JOIN training AS t ON t.id = d.training_id
LEFT JOIN programme AS p ON p.id = t.programme_id
WHERE d.announcement_id = :announcement_id
ORDER BY d.id;

-- name: draft(draft_id)^
-- A draft, with the training it changes.
SELECT
    d.id AS draft_id, d.announcement_id, d.found, d.base_version, d.base, d.version AS draft_version,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM draft AS d
LEFT JOIN training AS t ON t.id = d.training_id
LEFT JOIN programme AS p ON p.id = t.programme_id
WHERE d.id = :draft_id;

-- name: add_draft(announcement_id, found, training_id, base_version, base)^
-- Add a draft to an announcement.
INSERT INTO draft (announcement_id, found, training_id, base_version, base)
VALUES (:announcement_id, :found, :training_id, :base_version, :base)
RETURNING id;

-- name: restate_draft(draft_id, version, found)^
-- Change what a draft states, unless somebody else did meanwhile.
UPDATE draft SET found = :found, version = version + 1
WHERE id = :draft_id AND version = :version
RETURNING id;

-- name: rebase_draft(draft_id, version, found)^
-- Let a draft change its training as that is now, unless somebody else changed the draft meanwhile.
UPDATE draft SET
    found = :found,
    base_version = (SELECT training.version FROM training WHERE training.id = draft.training_id),
    base = (SELECT training.details FROM training WHERE training.id = draft.training_id),
    version = version + 1
WHERE id = :draft_id AND version = :version
RETURNING id;

-- name: drop_draft(draft_id, version)^
-- Remove a draft, unless somebody changed it meanwhile.
DELETE FROM draft WHERE id = :draft_id AND version = :version RETURNING id;

-- name: drop_drafts(announcement_id)!
-- Remove the drafts of an announcement.
DELETE FROM draft WHERE announcement_id = :announcement_id;

-- name: purge_drafts(before)!
-- Forget the drafts of announcements discarded before an instant.
DELETE FROM draft
WHERE announcement_id IN (SELECT id FROM announcement WHERE state = 'discarded' AND ended_at < :before);

-- name: purge_announcements(before)!
-- Forget the announcements discarded before an instant.
DELETE FROM announcement WHERE state = 'discarded' AND ended_at < :before;
