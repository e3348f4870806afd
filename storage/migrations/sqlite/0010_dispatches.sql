-- What organisers decided about the reminders of a training: those of a kind are held, or moved to an instant.

CREATE TABLE dispatch (
    training_id INTEGER NOT NULL REFERENCES training (id),
    kind TEXT NOT NULL,
    held INTEGER NOT NULL,
    moved_to INTEGER,
    useful_until INTEGER,
    CONSTRAINT dispatch_once PRIMARY KEY (training_id, kind),
    CONSTRAINT dispatch_of_reminders CHECK (kind IN ('reminder_week', 'reminder_day', 'reminder_hour')),
    CONSTRAINT dispatch_held_or_not CHECK (held IN (0, 1)),
    CONSTRAINT dispatch_decides CHECK (held = 1 OR moved_to IS NOT NULL),
    CONSTRAINT dispatch_moved_while_of_use CHECK (
        (moved_to IS NULL) = (useful_until IS NULL) AND (moved_to IS NULL OR moved_to < useful_until)
    )
) STRICT;

CREATE INDEX dispatch_moved ON dispatch (moved_to) WHERE moved_to IS NOT NULL;

-- A reminder written later follows what was decided; a move only while the training begins when it did then.

CREATE TRIGGER notice_follows_dispatch AFTER INSERT ON notice
WHEN NEW.kind IN ('reminder_week', 'reminder_day', 'reminder_hour') AND EXISTS (
    SELECT 1 FROM dispatch WHERE training_id = NEW.training_id AND kind = NEW.kind
)
BEGIN
    UPDATE notice SET
        held = (SELECT held FROM dispatch WHERE training_id = NEW.training_id AND kind = NEW.kind),
        due_at = COALESCE(
            (
                SELECT moved_to FROM dispatch
                WHERE training_id = NEW.training_id AND kind = NEW.kind AND useful_until = NEW.useful_until
            ),
            NEW.due_at
        )
    WHERE id = NEW.id;
END;

CREATE INDEX notice_held ON notice (useful_until) WHERE fate = 'pending' AND held = 1 AND broadcast_id IS NULL;
