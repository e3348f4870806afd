-- When the bot last spoke in a group, so that it does not flood one.

CREATE TABLE group_chat (
    chat_id BIGINT PRIMARY KEY,
    spoken_at BIGINT NOT NULL
);
