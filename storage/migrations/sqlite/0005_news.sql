-- Of which new trainings people want to hear: of everything, or of topics. Whoever wants to hear of none has no row.

CREATE TABLE subscription (
    official_id INTEGER PRIMARY KEY,
    weekly INTEGER NOT NULL,
    everything INTEGER NOT NULL,
    CONSTRAINT subscription_weekly_or_at_once CHECK (weekly IN (0, 1)),
    CONSTRAINT subscription_to_everything_or_topics CHECK (everything IN (0, 1))
) STRICT;

CREATE TABLE subscribed_topic (
    official_id INTEGER NOT NULL REFERENCES subscription (official_id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    shown TEXT NOT NULL,
    CONSTRAINT subscribed_topic_once PRIMARY KEY (official_id, topic)
) STRICT;

CREATE INDEX subscribed_topic_wanted ON subscribed_topic (topic, official_id);

-- What is told of new trainings, as long as it waits.

CREATE INDEX notice_of_news ON notice (kind, official_id) WHERE fate = 'pending' AND kind IN ('news', 'digest');
