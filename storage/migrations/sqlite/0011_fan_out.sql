-- What is being told to many. Whom it is for is fixed in the transaction of the act, before the notices are written.

CREATE TABLE fan_out (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    training_id INTEGER REFERENCES training (id),
    broadcast_id INTEGER REFERENCES broadcast (id),
    args TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    useful_until INTEGER,
    begun_at INTEGER NOT NULL
) STRICT;

-- Those whose notices are still to be written. A reference to fan_out would be looked up for each of them, in the act.

CREATE TABLE addressee (
    fan_out_id INTEGER NOT NULL,
    official_id INTEGER NOT NULL,
    CONSTRAINT addressee_once PRIMARY KEY (fan_out_id, official_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX official_unreachable ON official (id) WHERE unreachable IS NOT NULL;
