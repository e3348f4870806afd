-- name: training(training_id)^
-- The training with this number, and how full it is.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.id = :training_id;

-- name: upcoming(now)
-- The trainings that are not over, in the order in which they start.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.ends_at > :now
ORDER BY t.starts_at, t.id;

-- name: of_programme(programme_id)
-- Every training of a programme, in the order of their numbers.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on, t.starts_at, t.ends_at,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
WHERE t.programme_id = :programme_id
ORDER BY t.id;

-- name: everything()
-- Every training of every programme, in the order in which they start.
SELECT
    t.id AS training_id, t.key, t.details, t.seats, t.version, t.announced_on,
    p.id AS programme_id, p.name AS programme, p.organiser, p.timezone, p.entry,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t JOIN programme AS p ON p.id = t.programme_id
ORDER BY t.starts_at, t.id;

-- name: occupancies(ids)
-- How full each of these trainings is.
SELECT
    t.id AS training_id, t.seats,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND seat IS NOT NULL) AS taken,
    (SELECT COUNT(*) FROM registration WHERE training_id = t.id AND state = 'waiting') AS waiting
FROM training AS t
WHERE t.id IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(:ids AS TEXT)));

-- name: programmes()
-- All programmes.
SELECT id AS programme_id, name AS programme, organiser, timezone, entry FROM programme ORDER BY id;

-- name: programme_entry(programme_id)^
-- The programme's own part of its file.
SELECT entry FROM programme WHERE id = :programme_id;

-- name: add_programme(name, organiser, timezone, entry)^
-- Add a programme, or update the one of this name and organiser.
INSERT INTO programme (name, organiser, timezone, entry) VALUES (:name, :organiser, :timezone, :entry)
ON CONFLICT (name, COALESCE(organiser, '')) DO UPDATE SET timezone = excluded.timezone, entry = excluded.entry
RETURNING id;

-- name: retime(training_id, starts_at, ends_at)*!
-- Write the instants of a training anew.
UPDATE training SET starts_at = :starts_at, ends_at = :ends_at WHERE id = :training_id;

-- name: add_training(programme_id, key, details, status, starts_at, ends_at, seats)^
-- Add a training and give it its number for life.
INSERT INTO training (programme_id, key, details, status, starts_at, ends_at, seats)
VALUES (:programme_id, :key, :details, :status, :starts_at, :ends_at, :seats)
RETURNING id;

-- name: change_training(training_id, version, details, status, starts_at, ends_at, seats)^
-- Change what is stated, unless somebody else changed it meanwhile.
UPDATE training
SET details = :details, status = :status, starts_at = :starts_at, ends_at = :ends_at, seats = :seats,
    version = version + 1
WHERE id = :training_id AND version = :version
RETURNING version;

-- name: zone_of_programme(programme_id)^
-- The zone in which a programme tells the time.
SELECT timezone FROM programme WHERE id = :programme_id;

-- name: programme_version()^
-- The number that grows with every write to any programme.
SELECT version FROM programme_version;

-- name: raise_programme_version()!
-- Tell readers that cache that a programme was written to.
UPDATE programme_version SET version = version + 1;
