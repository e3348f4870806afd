-- A message to many is held as a whole: its notices are claimed while it goes out, and none of them is touched to hold it.

UPDATE notice SET held = 0 WHERE held = 1 AND broadcast_id IS NOT NULL;

DROP INDEX notice_of_broadcast;
CREATE INDEX notice_of_broadcast ON notice (broadcast_id, fate, due_at, id) WHERE broadcast_id IS NOT NULL;

DROP INDEX notice_due_announced;
CREATE INDEX notice_due_announced ON notice (due_at, id)
WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NULL AND kind IN ('news', 'digest', 'message');

CREATE INDEX broadcast_going_out ON broadcast (id) WHERE state = 'sending';

-- One that was ended: whether notices of it are still to be dropped.

ALTER TABLE broadcast ADD COLUMN dropping BIGINT NOT NULL DEFAULT 0
CONSTRAINT broadcast_dropping_or_not CHECK (dropping = 0 OR (dropping = 1 AND state = 'done'));

CREATE INDEX broadcast_to_drop ON broadcast (id) WHERE dropping = 1;
