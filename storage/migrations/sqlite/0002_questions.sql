-- What was asked. Its text and whose it was are forgotten together; the row stays to be counted.

CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    official_id INTEGER,
    chat_id INTEGER,
    text TEXT,
    asked_at INTEGER NOT NULL,
    intent TEXT NOT NULL,
    behaviour TEXT NOT NULL,
    training_id INTEGER REFERENCES training (id),
    programme_id INTEGER REFERENCES programme (id),
    state TEXT NOT NULL DEFAULT 'asked',
    passed_at INTEGER,
    ended_at INTEGER,
    ended_by INTEGER,
    answer TEXT,
    CONSTRAINT question_behaviour_known CHECK (
        behaviour IN ('answer', 'clarify', 'abstain', 'not_found', 'decline', 'smalltalk')
    ),
    CONSTRAINT question_state_known CHECK (state IN ('asked', 'passed', 'answered', 'closed')),
    CONSTRAINT question_forgotten_whole CHECK (
        (text IS NULL) = (official_id IS NULL) AND (text IS NULL) = (chat_id IS NULL)
    ),
    CONSTRAINT question_waits_with_its_text CHECK (state <> 'passed' OR text IS NOT NULL),
    CONSTRAINT question_passed_at_some_time CHECK ((state = 'asked') = (passed_at IS NULL)),
    CONSTRAINT question_ended_at_some_time CHECK ((state IN ('answered', 'closed')) = (ended_at IS NOT NULL)),
    CONSTRAINT question_ended_by_somebody CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
    CONSTRAINT question_answer_told CHECK (
        CASE state WHEN 'answered' THEN (answer IS NULL) = (text IS NULL) ELSE answer IS NULL END
    )
) STRICT;

CREATE INDEX question_of_official ON question (official_id, asked_at) WHERE official_id IS NOT NULL;
CREATE INDEX question_open ON question (passed_at, id) WHERE state = 'passed';
CREATE INDEX question_to_forget ON question (asked_at) WHERE text IS NOT NULL;
CREATE INDEX question_counted ON question (asked_at);
CREATE INDEX question_ended ON question (ended_by) WHERE ended_by IS NOT NULL;

-- Answers to frequent questions: those of the programme files, in their order, and those kept from the chat.

CREATE TABLE faq (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    key TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    phrases TEXT NOT NULL,
    training_id INTEGER REFERENCES training (id),
    origin TEXT NOT NULL,
    position INTEGER NOT NULL,
    question_id INTEGER REFERENCES question (id),
    CONSTRAINT faq_keyed UNIQUE (programme_id, key),
    CONSTRAINT faq_kept_once UNIQUE (question_id),
    CONSTRAINT faq_origin_known CHECK (origin IN ('file', 'chat')),
    CONSTRAINT faq_kept_in_the_chat CHECK (origin = 'chat' OR question_id IS NULL)
) STRICT;

INSERT INTO faq (programme_id, key, question, answer, phrases, origin, position)
SELECT
    programme.id, json_extract(listed.value, '$.id'), json_extract(listed.value, '$.q'),
    json_extract(listed.value, '$.a'), '[]', 'file', listed.key
FROM programme, json_each(programme.entry, '$.faq') AS listed
WHERE json_type(programme.entry, '$.faq') = 'array'
ORDER BY programme.id, listed.key;

-- Phrases that mean the same, as organisers added them.

CREATE TABLE synonym (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phrases TEXT NOT NULL,
    added_by INTEGER,
    added_at INTEGER NOT NULL
) STRICT;

-- Notices about a question: several may be on their way to one person, even about the same training.

ALTER TABLE notice ADD COLUMN question_id INTEGER REFERENCES question (id);

DROP INDEX notice_live;
CREATE UNIQUE INDEX notice_live ON notice (official_id, training_id, kind)
WHERE fate IN ('pending', 'sending') AND question_id IS NULL;
CREATE INDEX notice_told ON notice (official_id, message_id) WHERE question_id IS NOT NULL;
CREATE INDEX notice_of_question ON notice (question_id) WHERE question_id IS NOT NULL;
