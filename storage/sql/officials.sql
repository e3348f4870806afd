-- name: official(official_id)^
-- The person, with the institution.
SELECT
    o.id AS official_id, o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM official AS o LEFT JOIN institution AS i ON i.id = o.institution_id
WHERE o.id = :official_id;

-- name: save_official(official_id, language, person, institution_id, preferences, notice_version, notice_seen_at, unreachable)!
-- Add or replace the person's row.
INSERT INTO official
    (id, language, name, institution_id, preferences, notice_version, notice_seen_at, unreachable)
VALUES
    (:official_id, :language, :person, :institution_id, :preferences, :notice_version, :notice_seen_at, :unreachable)
ON CONFLICT (id) DO UPDATE SET
    language = excluded.language, name = excluded.name, institution_id = excluded.institution_id,
    preferences = excluded.preferences, notice_version = excluded.notice_version,
    notice_seen_at = excluded.notice_seen_at, unreachable = excluded.unreachable;

-- name: reached(official_id)!
-- Forget that the person was unreachable.
UPDATE official SET unreachable = NULL WHERE id = :official_id AND unreachable IS NOT NULL;

-- name: lost(official_id, reason)!
-- Note why the person cannot be reached.
UPDATE official SET unreachable = :reason WHERE id = :official_id;

-- name: institutions()
-- All institutions; their order is the caller's affair, the engines collate differently.
SELECT id AS institution_id, name AS institution, aliases, member, listed FROM institution;

-- name: institution_folded(folded)^
-- The institution whose name is the same but for case, accents and spaces.
SELECT id AS institution_id, name AS institution, aliases, member, listed FROM institution WHERE folded = :folded;

-- name: add_institution(institution, folded, aliases, member, listed)^
-- Add an institution, or join what is known of it to the one that has this name.
INSERT INTO institution (name, folded, aliases, member, listed)
VALUES (:institution, :folded, :aliases, :member, :listed)
ON CONFLICT (folded) DO UPDATE SET
    aliases = excluded.aliases, member = excluded.member, listed = excluded.listed
RETURNING id AS institution_id, name AS institution, aliases, member, listed;

-- name: prompt(official_id, now)^
-- What the bot waits for from the person.
SELECT official_id, awaits, training_id, data, expires_at
FROM prompt
WHERE official_id = :official_id AND expires_at > :now;

-- name: ask(official_id, awaits, training_id, data, expires_at)!
-- Wait for an answer, in place of any other.
INSERT INTO prompt (official_id, awaits, training_id, data, expires_at)
VALUES (:official_id, :awaits, :training_id, :data, :expires_at)
ON CONFLICT (official_id) DO UPDATE SET
    awaits = excluded.awaits, training_id = excluded.training_id, data = excluded.data, expires_at = excluded.expires_at;

-- name: answered(official_id)!
-- Wait for nothing any more.
DELETE FROM prompt WHERE official_id = :official_id;
