-- Up to which change or cancellation organisers were told whom it had not reached.

CREATE TABLE reach (
    training_id INTEGER NOT NULL REFERENCES training (id),
    kind TEXT NOT NULL,
    notice_id INTEGER NOT NULL,
    CONSTRAINT reach_once PRIMARY KEY (training_id, kind),
    CONSTRAINT reach_kind_known CHECK (kind IN ('change', 'cancellation'))
) STRICT;

-- What became of everything said about a training; and of changes and cancellations, what did not arrive for certain.

CREATE INDEX notice_of_training ON notice (training_id, official_id, kind) WHERE training_id IS NOT NULL;
CREATE INDEX notice_unreached ON notice (settled_at)
WHERE kind IN ('change', 'cancellation')
    AND (fate IN ('refused', 'uncertain', 'missed') OR (fate = 'dropped' AND reason = 'unreachable'));
