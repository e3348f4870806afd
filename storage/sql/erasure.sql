-- name: erase_official(official_id)!
-- The profile.
DELETE FROM official WHERE id = :official_id;

-- name: erase_institutions()!
-- Institutions that somebody typed and nobody belongs to any more.
DELETE FROM institution
WHERE listed = 0 AND NOT EXISTS (SELECT 1 FROM official WHERE institution_id = institution.id);

-- name: erase_grants(official_id)!
-- The roles.
DELETE FROM organiser WHERE official_id = :official_id;

-- name: erase_invitations(official_id)!
-- Invitations used, and those made: a link made by somebody who is gone opens nothing.
DELETE FROM invitation WHERE used_by = :official_id OR created_by = :official_id;

-- name: erase_subscription(official_id)!
-- What the person wanted to hear of; the topics go with it.
DELETE FROM subscription WHERE official_id = :official_id;

-- name: erase_follows(official_id)!
-- The trainings followed.
DELETE FROM follower WHERE official_id = :official_id;

-- name: erase_registrations(official_id)!
-- Former registrations; a place that is still held is given up through the roster first.
DELETE FROM registration WHERE official_id = :official_id AND state = 'withdrawn';

-- name: erase_counted(official_id)!
-- That the person was one of those a message to many was for; how many of them are gone stays known.
UPDATE broadcast SET erased = erased + 1
WHERE id IN (
    SELECT broadcast_id FROM notice WHERE official_id = :official_id AND broadcast_id IS NOT NULL
    UNION
    SELECT f.broadcast_id FROM fan_out AS f CROSS JOIN addressee AS a
    WHERE a.fan_out_id = f.id AND a.official_id = :official_id AND f.broadcast_id IS NOT NULL
);

-- name: erase_notices(official_id)!
-- Everything the bot said or was about to say unasked.
DELETE FROM notice WHERE official_id = :official_id;

-- name: erase_addressed(official_id)!
-- What the bot was about to write to the person among many.
DELETE FROM addressee WHERE fan_out_id IN (SELECT id FROM fan_out) AND official_id = :official_id;

-- name: erase_questions(official_id)!
-- The texts of everything asked; what waited for an answer is closed, and the rows stay to be counted.
UPDATE question SET
    official_id = NULL, chat_id = NULL, text = NULL, answer = NULL,
    state = CASE state WHEN 'passed' THEN 'closed' ELSE state END,
    ended_at = CASE state WHEN 'passed' THEN passed_at ELSE ended_at END
WHERE official_id = :official_id;

-- name: erase_endings(official_id)!
-- Who answered or closed questions; the answers stay with those who asked.
UPDATE question SET ended_by = NULL WHERE ended_by = :official_id;

-- name: erase_authorship(official_id)!
-- Who added equal phrases.
UPDATE synonym SET added_by = NULL WHERE added_by = :official_id;

-- name: erase_replies(official_id)!
-- Everything the bot answered or was about to answer.
DELETE FROM reply WHERE chat_id = :official_id;

-- name: erase_updates(official_id)!
-- Whose the updates set aside were, and their texts; their numbers stay, so that none is received twice.
UPDATE inbox SET state = 'done', raw = NULL, error = NULL, person_id = NULL, turn_of = update_id
WHERE person_id = :official_id AND state = 'dead';

-- name: erase_broadcasts(official_id)!
-- Who wrote messages to many; the messages stay with those who got them.
UPDATE broadcast SET made_by = NULL WHERE made_by = :official_id;

-- name: erase_watching(official_id)!
-- In whose chat the progress of messages to many is shown.
UPDATE broadcast SET chat_id = NULL, message_id = NULL WHERE chat_id = :official_id;

-- name: erase_shown_chats(official_id)!
-- The chats shown to the bot.
DELETE FROM shown_chat WHERE official_id = :official_id;
