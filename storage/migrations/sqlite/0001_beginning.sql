-- Instants are microseconds since 1970 in UTC, truth is 0 or 1, structured values are JSON text.

CREATE TABLE schema_version (
    sole INTEGER PRIMARY KEY CHECK (sole = 1),
    version INTEGER NOT NULL
) STRICT;

INSERT INTO schema_version (sole, version) VALUES (1, 0);

-- What came in. The text of an update is forgotten as soon as the update is done.

CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    person_id INTEGER,
    turn_of INTEGER NOT NULL,
    raw TEXT,
    state TEXT NOT NULL DEFAULT 'new',
    attempts INTEGER NOT NULL DEFAULT 0,
    received_at INTEGER NOT NULL,
    tried_at INTEGER,
    retry_at INTEGER,
    error TEXT,
    CONSTRAINT inbox_state_known CHECK (state IN ('new', 'done', 'dead')),
    CONSTRAINT inbox_text_forgotten CHECK ((state = 'done') = (raw IS NULL))
) STRICT;

CREATE INDEX inbox_waiting ON inbox (update_id, turn_of) WHERE state = 'new';
CREATE INDEX inbox_turns ON inbox (turn_of, update_id) WHERE state = 'new';
CREATE INDEX inbox_person ON inbox (person_id) WHERE state = 'dead';

-- What can be attended.

CREATE TABLE programme_version (
    sole INTEGER PRIMARY KEY CHECK (sole = 1),
    version INTEGER NOT NULL
) STRICT;

INSERT INTO programme_version (sole, version) VALUES (1, 0);

CREATE TABLE programme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    organiser TEXT,
    timezone TEXT NOT NULL,
    entry TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX programme_named ON programme (name, COALESCE(organiser, ''));

CREATE TABLE training (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    key TEXT NOT NULL,
    details TEXT NOT NULL,
    status TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    seats INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT training_keyed UNIQUE (programme_id, key),
    CONSTRAINT training_status_known CHECK (status IN ('planned', 'cancelled', 'moved')),
    CONSTRAINT training_seats_countable CHECK (seats >= 0)
) STRICT;

CREATE INDEX training_over ON training (ends_at);

-- Who talks with the bot.

CREATE TABLE institution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    aliases TEXT NOT NULL,
    member INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    CONSTRAINT institution_named UNIQUE (folded),
    CONSTRAINT institution_member_or_not CHECK (member IN (0, 1)),
    CONSTRAINT institution_listed_or_not CHECK (listed IN (0, 1))
) STRICT;

CREATE TABLE official (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    name TEXT,
    institution_id INTEGER REFERENCES institution (id),
    preferences TEXT NOT NULL,
    notice_version TEXT,
    notice_seen_at INTEGER,
    unreachable TEXT
) STRICT;

CREATE INDEX official_institution ON official (institution_id, id) WHERE institution_id IS NOT NULL;

CREATE TABLE prompt (
    official_id INTEGER PRIMARY KEY,
    awaits TEXT NOT NULL,
    training_id INTEGER REFERENCES training (id),
    data TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organiser (
    official_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    programme_id INTEGER REFERENCES programme (id),
    CONSTRAINT organiser_role_known CHECK (role IN ('administrator', 'coordinator', 'trainer')),
    CONSTRAINT organiser_administers_everything CHECK (role <> 'administrator' OR programme_id IS NULL)
) STRICT;

CREATE UNIQUE INDEX organiser_granted ON organiser (official_id, role, COALESCE(programme_id, 0));

CREATE TABLE invitation (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    programme_id INTEGER REFERENCES programme (id),
    created_by INTEGER,
    expires_at INTEGER NOT NULL,
    used_by INTEGER,
    used_at INTEGER,
    CONSTRAINT invitation_role_known CHECK (role IN ('administrator', 'coordinator', 'trainer')),
    CONSTRAINT invitation_used_once CHECK ((used_by IS NULL) = (used_at IS NULL))
) STRICT;

-- Who has a place. The rules of the roster find the words; these constraints keep the truth.

CREATE TABLE registration (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    training_id INTEGER NOT NULL REFERENCES training (id),
    official_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    seat INTEGER,
    queue INTEGER,
    until INTEGER,
    former TEXT,
    former_until INTEGER,
    confirmed INTEGER NOT NULL,
    CONSTRAINT registration_once UNIQUE (training_id, official_id),
    CONSTRAINT registration_seat_once UNIQUE (training_id, seat),
    CONSTRAINT registration_ticket_once UNIQUE (training_id, queue),
    CONSTRAINT registration_numbers_from_one CHECK (seat >= 1 AND queue >= 1),
    CONSTRAINT registration_confirmed_or_not CHECK (confirmed IN (0, 1)),
    CONSTRAINT registration_possible CHECK (
        CASE state
            WHEN 'held' THEN (seat IS NULL) <> (queue IS NULL) AND until IS NOT NULL
            WHEN 'seated' THEN seat IS NOT NULL AND until IS NULL
            WHEN 'waiting' THEN seat IS NULL AND queue IS NOT NULL AND until IS NULL
            WHEN 'offered' THEN seat IS NOT NULL AND queue IS NOT NULL
            WHEN 'leaving' THEN until IS NOT NULL
            WHEN 'withdrawn' THEN seat IS NULL AND queue IS NULL AND until IS NULL
            ELSE FALSE
        END
    ),
    CONSTRAINT registration_return_possible CHECK (
        CASE
            WHEN state <> 'leaving' THEN former IS NULL AND former_until IS NULL
            WHEN former = 'seated' THEN seat IS NOT NULL AND former_until IS NULL
            WHEN former = 'waiting' THEN seat IS NULL AND queue IS NOT NULL AND former_until IS NULL
            WHEN former = 'offered' THEN seat IS NOT NULL AND queue IS NOT NULL
            ELSE FALSE
        END
    )
) STRICT;

CREATE INDEX registration_of_official ON registration (official_id, training_id);
CREATE INDEX registration_line ON registration (training_id, queue) WHERE state = 'waiting';
CREATE INDEX registration_lapsing ON registration (until) WHERE until IS NOT NULL;

-- Seats may be taken away from a training under the people who have them, but never given beyond their number.

CREATE TRIGGER registration_seat_given AFTER INSERT ON registration
WHEN NEW.seat IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'every seat of this training is taken')
    FROM training
    WHERE training.id = NEW.training_id AND training.seats < (
        SELECT COUNT(*) FROM registration WHERE training_id = NEW.training_id AND seat IS NOT NULL
    );
END;

CREATE TRIGGER registration_seat_taken AFTER UPDATE OF training_id, seat ON registration
WHEN NEW.seat IS NOT NULL AND (OLD.seat IS NULL OR OLD.training_id <> NEW.training_id)
BEGIN
    SELECT RAISE(ABORT, 'every seat of this training is taken')
    FROM training
    WHERE training.id = NEW.training_id AND training.seats < (
        SELECT COUNT(*) FROM registration WHERE training_id = NEW.training_id AND seat IS NOT NULL
    );
END;

CREATE TABLE follower (
    training_id INTEGER NOT NULL REFERENCES training (id),
    official_id INTEGER NOT NULL,
    CONSTRAINT follower_once PRIMARY KEY (training_id, official_id)
) STRICT;

CREATE INDEX follower_of_official ON follower (official_id, training_id);

-- What is said. A row that is being sent is leased, wholly or not at all.

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    official_id INTEGER NOT NULL,
    training_id INTEGER REFERENCES training (id),
    key TEXT NOT NULL,
    args TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    useful_until INTEGER,
    fate TEXT NOT NULL DEFAULT 'pending',
    reason TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    lease TEXT,
    lease_until INTEGER,
    message_id INTEGER,
    settled_at INTEGER,
    CONSTRAINT notice_fate_known CHECK (
        fate IN ('pending', 'sending', 'delivered', 'refused', 'uncertain', 'missed', 'dropped')
    ),
    CONSTRAINT notice_lease_whole CHECK (
        (fate = 'sending') = (lease IS NOT NULL) AND (fate = 'sending') = (lease_until IS NOT NULL)
    ),
    CONSTRAINT notice_live_unsettled CHECK (fate NOT IN ('pending', 'sending') OR settled_at IS NULL)
) STRICT;

CREATE UNIQUE INDEX notice_occasion ON notice (key) WHERE fate <> 'dropped';
CREATE UNIQUE INDEX notice_live ON notice (official_id, training_id, kind) WHERE fate IN ('pending', 'sending');
CREATE INDEX notice_due ON notice (due_at, id) WHERE fate = 'pending';
CREATE INDEX notice_leased ON notice (lease_until) WHERE fate = 'sending';
CREATE INDEX notice_about_training ON notice (training_id, kind, official_id) WHERE fate = 'pending';
CREATE INDEX notice_of_official ON notice (official_id);

CREATE TABLE reply (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    method TEXT NOT NULL,
    body TEXT,
    due_at INTEGER NOT NULL,
    fate TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL,
    lease TEXT,
    lease_until INTEGER,
    settled_at INTEGER,
    CONSTRAINT reply_fate_known CHECK (
        fate IN ('pending', 'sending', 'delivered', 'refused', 'uncertain', 'missed', 'dropped')
    ),
    CONSTRAINT reply_lease_whole CHECK (
        (fate = 'sending') = (lease IS NOT NULL) AND (fate = 'sending') = (lease_until IS NOT NULL)
    ),
    CONSTRAINT reply_text_forgotten CHECK ((fate IN ('pending', 'sending')) = (body IS NOT NULL)),
    CONSTRAINT reply_live_unsettled CHECK ((fate IN ('pending', 'sending')) = (settled_at IS NULL))
) STRICT;

CREATE INDEX reply_due ON reply (due_at, id) WHERE fate = 'pending';
CREATE INDEX reply_leased ON reply (lease_until) WHERE fate = 'sending';
CREATE INDEX reply_of_chat ON reply (chat_id);
