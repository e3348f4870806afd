-- How the parts of the process are, as each told last; whoever asks need not be the process.

CREATE TABLE heartbeat (
    part TEXT PRIMARY KEY,
    beaten_at BIGINT NOT NULL,
    condition TEXT NOT NULL,
    said TEXT NOT NULL,
    CONSTRAINT heartbeat_condition_known CHECK (condition IN ('well', 'ailing', 'waiting', 'stuck'))
);

-- Since when a registration has been in its state, so that it can be told whether somebody was overtaken.

ALTER TABLE registration ADD COLUMN since BIGINT;

-- How many of the people a message to many was for are erased, so that its counts can be told to add up.

ALTER TABLE broadcast ADD COLUMN erased BIGINT NOT NULL DEFAULT 0;

UPDATE broadcast SET erased = people - (SELECT COUNT(*) FROM notice WHERE notice.broadcast_id = broadcast.id)
WHERE people IS NOT NULL;
