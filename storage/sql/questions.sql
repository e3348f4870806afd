-- name: note_question(official_id, chat_id, text, asked_at, intent, behaviour, training_id, programme_id)^
-- Keep a question as it was asked of the bot.
INSERT INTO question (official_id, chat_id, text, asked_at, intent, behaviour, training_id, programme_id)
VALUES (:official_id, :chat_id, :text, :asked_at, :intent, :behaviour, :training_id, :programme_id)
RETURNING id;

-- name: recent_questions(official_id, chat_id, since, limit)
-- What a person asked last in a chat, newest first.
SELECT text FROM question
WHERE official_id = :official_id AND chat_id = :chat_id AND asked_at > :since
ORDER BY asked_at DESC, id DESC
LIMIT :limit;

-- name: questions(ids)
-- Questions with the people who asked and ended them, and what they are about.
SELECT
    q.id AS question_id, q.official_id, q.text, q.asked_at, q.intent, q.behaviour, q.state, q.answer, q.ended_by,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed,
    ender.name AS ended_by_name,
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM question AS q
LEFT JOIN official AS o ON o.id = q.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
LEFT JOIN official AS ender ON ender.id = q.ended_by
LEFT JOIN training AS t ON t.id = q.training_id
LEFT JOIN programme AS p ON p.id = COALESCE(t.programme_id, q.programme_id)
WHERE q.id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)));

-- name: question_told_in(official_id, message_id)^
-- The question that a delivered message told an organiser of.
SELECT question_id FROM notice
WHERE official_id = :official_id AND message_id = :message_id AND kind = 'question' AND question_id IS NOT NULL
ORDER BY id DESC
LIMIT 1;

-- name: open_questions(everywhere, programmes, limit)
-- The questions that wait for an organiser, longest first.
SELECT id FROM question
WHERE state = 'passed' AND (
    CAST(:everywhere AS BIGINT) = 1
    OR programme_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:programmes AS TEXT)))
)
ORDER BY passed_at, id
LIMIT :limit;

-- name: count_passed(official_id, since)^
-- How many questions a person has passed on since an instant.
SELECT COUNT(*) FROM question WHERE official_id = :official_id AND passed_at > :since;

-- name: count_kept_questions(official_id)^
-- How many questions of a person are kept.
SELECT COUNT(*) FROM question WHERE official_id = :official_id;

-- name: pass_on_question(question_id, programme_id, now)^
-- Pass a question on to the organisers, once.
UPDATE question SET state = 'passed', passed_at = :now, programme_id = :programme_id
WHERE id = :question_id AND state = 'asked' AND text IS NOT NULL
RETURNING id;

-- name: answer_question(question_id, official_id, answer, now)^
-- Answer a question, unless somebody else did.
UPDATE question SET state = 'answered', answer = :answer, ended_by = :official_id, ended_at = :now
WHERE id = :question_id AND state IN ('passed', 'closed') AND text IS NOT NULL
RETURNING id;

-- name: add_to_answer(question_id, addition)!
-- Add to an answer what was told after it.
UPDATE question SET answer = answer || CAST(:addition AS TEXT) WHERE id = :question_id AND state = 'answered';

-- name: close_question(question_id, official_id, now)^
-- Close a question that waits.
UPDATE question SET state = 'closed', ended_by = :official_id, ended_at = :now
WHERE id = :question_id AND state = 'passed'
RETURNING id;

-- name: missed_questions(everywhere, programmes, since)
-- How many questions of each kind could not be answered, or were passed on though they were.
SELECT behaviour, intent, COUNT(*) AS missed, COUNT(passed_at) AS passed
FROM question
WHERE asked_at >= :since AND (behaviour IN ('abstain', 'not_found') OR passed_at IS NOT NULL) AND (
    CAST(:everywhere AS BIGINT) = 1 OR programme_id IS NULL
    OR programme_id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:programmes AS TEXT)))
)
GROUP BY behaviour, intent
ORDER BY missed DESC, behaviour, intent;

-- name: forget_unpassed(before)!
-- Forget the texts of questions that nobody passed on.
UPDATE question SET official_id = NULL, chat_id = NULL, text = NULL
WHERE state = 'asked' AND text IS NOT NULL AND asked_at < :before;

-- name: close_stale(before)!
-- Close what has waited for an answer for too long; it ends as old as it is.
UPDATE question SET state = 'closed', ended_at = passed_at WHERE state = 'passed' AND passed_at < :before;

-- name: forget_ended(before)!
-- Forget the texts of questions that were passed on and ended.
UPDATE question SET official_id = NULL, chat_id = NULL, text = NULL, answer = NULL
WHERE state IN ('answered', 'closed') AND text IS NOT NULL AND ended_at < :before;

-- name: forget_answers()!
-- Forget the texts of answers that were delivered, or cannot be.
UPDATE notice SET args = '{}'
WHERE question_id IS NOT NULL AND args <> '{}' AND fate NOT IN ('pending', 'sending');

-- name: speak_in_group(chat_id, now, before)^
-- Note that the bot speaks in a group now, unless it has since an instant; one to come is of a clock set back.
INSERT INTO group_chat (chat_id, spoken_at) VALUES (:chat_id, :now)
ON CONFLICT (chat_id) DO UPDATE SET spoken_at = excluded.spoken_at
WHERE group_chat.spoken_at <= :before OR group_chat.spoken_at > excluded.spoken_at
RETURNING chat_id;
