-- Groups and channels in which the trainings of a programme are posted.

CREATE TABLE bound_chat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    venue TEXT NOT NULL,
    title TEXT NOT NULL,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    language TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    lost TEXT,
    rests_until INTEGER,
    CONSTRAINT bound_chat_once UNIQUE (telegram_id, programme_id),
    CONSTRAINT bound_chat_venue_known CHECK (venue IN ('group', 'channel')),
    CONSTRAINT bound_chat_paused_or_not CHECK (paused IN (0, 1)),
    CONSTRAINT bound_chat_loss_known CHECK (lost IN ('removed', 'rights', 'topic', 'missing'))
) STRICT;

CREATE INDEX bound_chat_of_programme ON bound_chat (programme_id, id);

-- Chats that a person has shown to the bot, until it is told which programme they are for.

CREATE TABLE shown_chat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    official_id INTEGER NOT NULL,
    telegram_id INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    venue TEXT NOT NULL,
    title TEXT NOT NULL,
    shown_at INTEGER NOT NULL,
    CONSTRAINT shown_chat_once UNIQUE (official_id, telegram_id),
    CONSTRAINT shown_chat_venue_known CHECK (venue IN ('group', 'channel'))
) STRICT;

CREATE INDEX shown_chat_to_forget ON shown_chat (shown_at);

-- Posts, kept current: one that has to be looked at has an instant for it, and a new one no message yet.

CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bound_chat_id INTEGER NOT NULL REFERENCES bound_chat (id) ON DELETE CASCADE,
    training_id INTEGER NOT NULL REFERENCES training (id),
    due_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    looks TEXT NOT NULL DEFAULT '',
    told_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease TEXT,
    lease_until INTEGER,
    ended TEXT,
    CONSTRAINT post_once UNIQUE (bound_chat_id, training_id),
    CONSTRAINT post_lease_whole CHECK ((lease IS NULL) = (lease_until IS NULL)),
    CONSTRAINT post_ended_for_good CHECK (ended IS NULL OR (due_at IS NULL AND lease IS NULL)),
    CONSTRAINT post_message_told CHECK (message_id IS NULL OR told_at IS NOT NULL)
) STRICT;

CREATE INDEX post_about ON post (training_id) WHERE ended IS NULL;
CREATE INDEX post_due ON post (due_at, id) WHERE lease IS NULL AND due_at IS NOT NULL;
CREATE INDEX post_leased ON post (lease_until) WHERE lease IS NOT NULL;

CREATE INDEX group_chat_to_forget ON group_chat (spoken_at);
