-- Messages of organisers to many people. The text is forgotten after a while; the numbers stay.

CREATE TABLE broadcast (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'composing',
    text TEXT,
    audience TEXT,
    training_id INTEGER REFERENCES training (id),
    institution_id INTEGER,
    topic TEXT,
    people INTEGER,
    begun_at INTEGER,
    ended_at INTEGER,
    removed_at INTEGER,
    chat_id INTEGER,
    message_id INTEGER,
    shown TEXT NOT NULL DEFAULT '',
    shown_at INTEGER,
    look_at INTEGER,
    CONSTRAINT broadcast_state_known CHECK (state IN ('composing', 'sending', 'paused', 'done', 'discarded')),
    CONSTRAINT broadcast_audience_known CHECK (
        audience IN ('everyone', 'topic', 'institution', 'listed', 'seated', 'waiting', 'unconfirmed')
    ),
    CONSTRAINT broadcast_to_the_list_of_a_training CHECK (
        (training_id IS NOT NULL) = COALESCE(audience IN ('listed', 'seated', 'waiting', 'unconfirmed'), FALSE)
    ),
    CONSTRAINT broadcast_to_an_institution CHECK (
        (institution_id IS NOT NULL) = COALESCE(audience = 'institution', FALSE)
    ),
    CONSTRAINT broadcast_about_a_topic CHECK ((topic IS NOT NULL) = COALESCE(audience = 'topic', FALSE)),
    CONSTRAINT broadcast_begun_with_people CHECK (
        (begun_at IS NULL) = (people IS NULL)
        AND (begun_at IS NOT NULL) = (state IN ('sending', 'paused', 'done'))
        AND (begun_at IS NULL OR audience IS NOT NULL)
    ),
    CONSTRAINT broadcast_sent_with_its_text CHECK (state NOT IN ('sending', 'paused') OR text IS NOT NULL),
    CONSTRAINT broadcast_ended_at_some_time CHECK ((state IN ('done', 'discarded')) = (ended_at IS NOT NULL)),
    CONSTRAINT broadcast_removed_when_done CHECK (removed_at IS NULL OR state = 'done')
) STRICT;

CREATE INDEX broadcast_to_look_at ON broadcast (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX broadcast_to_forget ON broadcast (made_at) WHERE text IS NOT NULL OR state = 'composing';
CREATE INDEX broadcast_of_official ON broadcast (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX broadcast_shown_in ON broadcast (chat_id) WHERE chat_id IS NOT NULL;

-- Its notices, which are held while it is paused; what is said to one person goes before what is said to many.

ALTER TABLE notice ADD COLUMN broadcast_id INTEGER REFERENCES broadcast (id);
ALTER TABLE notice ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CONSTRAINT notice_held_or_not CHECK (held IN (0, 1));

DROP INDEX notice_live;
CREATE UNIQUE INDEX notice_live ON notice (official_id, training_id, kind)
WHERE fate IN ('pending', 'sending') AND question_id IS NULL AND broadcast_id IS NULL;

DROP INDEX notice_due;
CREATE INDEX notice_due ON notice (due_at, id) WHERE fate = 'pending' AND broadcast_id IS NULL;
CREATE INDEX notice_due_to_many ON notice (due_at, id)
WHERE fate = 'pending' AND held = 0 AND broadcast_id IS NOT NULL;

DROP INDEX notice_leased;
CREATE INDEX notice_leased ON notice (lease_until) WHERE fate = 'sending' AND held = 0;

CREATE INDEX notice_of_broadcast ON notice (broadcast_id, fate, due_at) WHERE broadcast_id IS NOT NULL;
