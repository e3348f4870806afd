-- name: add_reply(chat_id, method, body, due_at, attempts, lease, lease_until)^
-- Write a reply that the caller is about to send.
INSERT INTO reply (chat_id, method, body, due_at, fate, attempts, lease, lease_until)
VALUES (:chat_id, :method, :body, :due_at, 'sending', :attempts, :lease, :lease_until)
RETURNING id;

-- name: begin_reply(reply_id, lease, uncounted)^
-- Count a call about to be made, if the lease still holds.
UPDATE reply SET attempts = attempts + :uncounted
WHERE id = :reply_id AND fate = 'sending' AND lease = :lease
RETURNING id;

-- name: release_replies(now)!
-- End the leases left behind by a process that died.
UPDATE reply SET lease_until = :now WHERE fate = 'sending';

-- name: purge_replies(before, limit)!
-- Forget some of the replies that ended before an instant.
DELETE FROM reply WHERE id IN (
    SELECT id FROM reply WHERE settled_at < :before ORDER BY settled_at LIMIT :limit
);

-- name: settle_reply(reply_id, lease, fate, reason, now)^
-- Write what became of a reply and forget its text and whose it was, if the lease still holds.
UPDATE reply SET
    fate = :fate, reason = :reason, body = NULL, chat_id = 0, settled_at = :now, lease = NULL, lease_until = NULL
WHERE id = :reply_id AND fate = 'sending' AND lease = :lease
RETURNING id;

-- name: postpone_reply(reply_id, lease, due_at, uncounted)^
-- Put a reply back for later, if the lease still holds.
UPDATE reply SET
    fate = 'pending', due_at = :due_at, attempts = attempts - :uncounted, lease = NULL, lease_until = NULL
WHERE id = :reply_id AND fate = 'sending' AND lease = :lease
RETURNING id;

-- name: readdress_reply(reply_id, lease, chat_id, body, now)^
-- Put a reply back at once for the new id of its chat, if the lease still holds.
UPDATE reply SET fate = 'pending', chat_id = :chat_id, body = :body, due_at = :now, lease = NULL, lease_until = NULL
WHERE id = :reply_id AND fate = 'sending' AND lease = :lease
RETURNING id;
