-- What organisers publish: announcements, the drafts of trainings in them, and where a training was announced.

CREATE TABLE announcement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    origin TEXT NOT NULL,
    text TEXT,
    dated_on TEXT,
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open',
    silent INTEGER NOT NULL DEFAULT 0,
    publish_at INTEGER,
    ended_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT announcement_origin_known CHECK (origin IN ('text', 'form', 'copy', 'series', 'edit')),
    CONSTRAINT announcement_text_where_pasted CHECK (origin = 'text' OR text IS NULL),
    CONSTRAINT announcement_state_known CHECK (state IN ('open', 'scheduled', 'published', 'discarded')),
    CONSTRAINT announcement_silent_or_not CHECK (silent IN (0, 1)),
    CONSTRAINT announcement_scheduled_for_some_time CHECK ((state = 'scheduled') = (publish_at IS NOT NULL)),
    CONSTRAINT announcement_ended_at_some_time CHECK ((state IN ('published', 'discarded')) = (ended_at IS NOT NULL))
) STRICT;

CREATE INDEX announcement_due ON announcement (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX announcement_unfinished ON announcement (programme_id, id) WHERE state IN ('open', 'scheduled');
CREATE INDEX announcement_discarded ON announcement (ended_at) WHERE state = 'discarded';
CREATE INDEX announcement_of_official ON announcement (made_by) WHERE made_by IS NOT NULL;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    announcement_id INTEGER NOT NULL REFERENCES announcement (id),
    found TEXT NOT NULL,
    training_id INTEGER REFERENCES training (id),
    base_version INTEGER,
    base TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT draft_changes_what_was_read CHECK (
        (training_id IS NULL) = (base_version IS NULL) AND (training_id IS NULL) = (base IS NULL)
    )
) STRICT;

CREATE INDEX draft_of_announcement ON draft (announcement_id, id);
CREATE INDEX draft_of_training ON draft (training_id) WHERE training_id IS NOT NULL;

ALTER TABLE training ADD COLUMN announcement_id INTEGER REFERENCES announcement (id);
ALTER TABLE training ADD COLUMN announced_on TEXT;

CREATE INDEX training_announced ON training (announcement_id) WHERE announcement_id IS NOT NULL;

-- What organisers did, for all organisers to read.

CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deed TEXT NOT NULL,
    official_id INTEGER,
    programme_id INTEGER REFERENCES programme (id),
    training_id INTEGER REFERENCES training (id),
    args TEXT NOT NULL,
    before TEXT,
    after TEXT,
    left_version INTEGER,
    done_at INTEGER NOT NULL,
    CONSTRAINT act_changes_something CHECK (
        (before IS NULL) = (after IS NULL) AND (before IS NULL) = (left_version IS NULL)
    )
) STRICT;

CREATE INDEX act_of_programme ON act (programme_id, id);
CREATE INDEX act_on_training ON act (training_id, id) WHERE training_id IS NOT NULL;
CREATE INDEX act_of_official ON act (official_id) WHERE official_id IS NOT NULL;
