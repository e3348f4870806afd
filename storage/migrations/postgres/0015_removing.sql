-- A message that is deleted at those who got it since an instant: up to which of all notices the calls are written.

ALTER TABLE broadcast ADD COLUMN removing_since BIGINT;
ALTER TABLE broadcast ADD COLUMN removing_after BIGINT;

CREATE INDEX broadcast_removing ON broadcast (removed_at) WHERE removing_after IS NOT NULL;
