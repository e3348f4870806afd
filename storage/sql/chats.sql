-- name: bind_chat(telegram_id, thread, venue, title, programme_id, language)^
-- Bind a chat to a programme; bound already, it is posted to where it is bound now, and open again.
INSERT INTO bound_chat (telegram_id, thread, venue, title, programme_id, language)
VALUES (:telegram_id, :thread, :venue, :title, :programme_id, :language)
ON CONFLICT (telegram_id, programme_id) DO UPDATE SET
    thread = excluded.thread, title = excluded.title, lost = NULL, rests_until = NULL
RETURNING id;

-- name: bound_chats(programme_id)
-- The bound chats of a programme, or of all.
SELECT
    c.id AS bound_chat_id, c.telegram_id, c.thread, c.venue, c.title, c.language AS spoken, c.paused, c.lost,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM bound_chat AS c JOIN programme AS p ON p.id = c.programme_id
WHERE CAST(:programme_id AS BIGINT) IS NULL OR c.programme_id = CAST(:programme_id AS BIGINT)
ORDER BY c.programme_id, c.id;

-- name: bound_chat(bound_chat_id)^
-- The bound chat with this id.
SELECT
    c.id AS bound_chat_id, c.telegram_id, c.thread, c.venue, c.title, c.language AS spoken, c.paused, c.lost,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry
FROM bound_chat AS c JOIN programme AS p ON p.id = c.programme_id
WHERE c.id = :bound_chat_id;

-- name: unbind_chat(bound_chat_id)!
-- Forget a chat and its posts, which stay there as they are.
DELETE FROM bound_chat WHERE id = :bound_chat_id;

-- name: pause_chat(bound_chat_id, paused)!
-- Post nothing new in a chat, or begin again.
UPDATE bound_chat SET paused = :paused WHERE id = :bound_chat_id;

-- name: speak_in_chat(bound_chat_id, language)!
-- Change the language of a chat's posts.
UPDATE bound_chat SET language = :language WHERE id = :bound_chat_id;

-- name: rest_chat(telegram_id, until)!
-- Let a chat alone until an instant.
UPDATE bound_chat SET rests_until = :until WHERE telegram_id = :telegram_id;

-- name: lose_chat(telegram_id, lost, until)
-- Note why nothing can be posted in a chat, and try again at an instant; return where this is news.
UPDATE bound_chat SET lost = :lost, rests_until = :until
WHERE telegram_id = :telegram_id AND lost IS NULL
RETURNING id;

-- name: regain_chat(telegram_id, title)!
-- Post in a chat again, at once, under the name that it has now.
UPDATE bound_chat SET
    lost = NULL, title = CASE CAST(:title AS TEXT) WHEN '' THEN title ELSE :title END,
    rests_until = CASE WHEN lost IS NULL THEN rests_until ELSE NULL END
WHERE telegram_id = :telegram_id;

-- name: move_chat(telegram_id, new_id)
-- Follow a group to its new id, unless it was bound anew there; return what moved.
UPDATE bound_chat SET telegram_id = :new_id, rests_until = NULL
WHERE telegram_id = :telegram_id AND NOT EXISTS (
    SELECT 1 FROM bound_chat AS there
    WHERE there.telegram_id = :new_id AND there.programme_id = bound_chat.programme_id
)
RETURNING id;

-- name: leave_former_chat(telegram_id)!
-- Forget a group under the id that it had.
DELETE FROM bound_chat WHERE telegram_id = :telegram_id;

-- name: forget_group_chat(telegram_id)!
-- Forget when the bot spoke in a group.
DELETE FROM group_chat WHERE chat_id = :telegram_id;

-- name: purge_group_chats(before)!
-- Forget groups in which the bot last spoke before an instant.
DELETE FROM group_chat WHERE spoken_at < :before;

-- name: show_chat(official_id, telegram_id, thread, venue, title, shown_at)^
-- Keep a chat that somebody has shown to the bot.
INSERT INTO shown_chat (official_id, telegram_id, thread, venue, title, shown_at)
VALUES (:official_id, :telegram_id, :thread, :venue, :title, :shown_at)
ON CONFLICT (official_id, telegram_id) DO UPDATE SET
    thread = excluded.thread, title = excluded.title, shown_at = excluded.shown_at
RETURNING id;

-- name: shown_chat(shown_chat_id, official_id)^
-- A chat that this person has shown.
SELECT id AS shown_chat_id, official_id, telegram_id, thread, venue, title
FROM shown_chat
WHERE id = :shown_chat_id AND official_id = :official_id;

-- name: forget_shown_chat(shown_chat_id)!
-- Forget a chat that somebody has shown.
DELETE FROM shown_chat WHERE id = :shown_chat_id;

-- name: purge_shown_chats(before)!
-- Forget chats shown before an instant.
DELETE FROM shown_chat WHERE shown_at < :before;
