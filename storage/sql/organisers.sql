-- name: grants(official_id)
-- The roles of a person.
SELECT official_id, role, programme_id
FROM organiser
WHERE official_id = :official_id
ORDER BY role, COALESCE(programme_id, 0);

-- name: organisers()
-- All roles with the people who hold them, administrators first.
SELECT
    g.official_id, g.role, g.programme_id,
    o.language, o.name AS person, o.preferences, o.notice_version, o.notice_seen_at, o.unreachable,
    i.id AS institution_id, i.name AS institution, i.aliases, i.member, i.listed
FROM organiser AS g
LEFT JOIN official AS o ON o.id = g.official_id
LEFT JOIN institution AS i ON i.id = o.institution_id
ORDER BY g.role, COALESCE(g.programme_id, 0), g.official_id;

-- name: grant_role(official_id, role, programme_id)!
-- Give a role; having it already changes nothing.
INSERT INTO organiser (official_id, role, programme_id) VALUES (:official_id, :role, :programme_id)
ON CONFLICT DO NOTHING;

-- name: revoke_role(official_id, role, programme_id)!
-- Take a role away.
DELETE FROM organiser
WHERE official_id = :official_id AND role = :role AND COALESCE(programme_id, 0) = COALESCE(CAST(:programme_id AS BIGINT), 0);

-- name: void_invitations(official_id)!
-- Void what somebody made and nobody has used: the right to give it may be gone.
DELETE FROM invitation WHERE created_by = :official_id AND used_at IS NULL;

-- name: invite(token_hash, role, programme_id, created_by, expires_at)!
-- Keep a one-time invitation.
INSERT INTO invitation (token_hash, role, programme_id, created_by, expires_at)
VALUES (:token_hash, :role, :programme_id, :created_by, :expires_at);

-- name: withdraw_first_invitations(role, programme_id)!
-- Void the unused invitations of a kind that nobody in particular made.
DELETE FROM invitation
WHERE created_by IS NULL AND used_at IS NULL AND role = :role
    AND COALESCE(programme_id, 0) = COALESCE(CAST(:programme_id AS BIGINT), 0);

-- name: invitation(token_hash, now)^
-- An invitation that can still be used.
SELECT token_hash, role, programme_id, created_by, expires_at
FROM invitation
WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now;

-- name: redeem(token_hash, official_id, now)^
-- Use an invitation up.
UPDATE invitation SET used_by = :official_id, used_at = :now
WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now
RETURNING token_hash, role, programme_id, created_by, expires_at;
