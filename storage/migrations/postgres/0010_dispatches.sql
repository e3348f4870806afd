-- What organisers decided about the reminders of a training: those of a kind are held, or moved to an instant.

CREATE TABLE dispatch (
    training_id BIGINT NOT NULL REFERENCES training (id),
    kind TEXT NOT NULL,
    held BIGINT NOT NULL,
    moved_to BIGINT,
    useful_until BIGINT,
    CONSTRAINT dispatch_once PRIMARY KEY (training_id, kind),
    CONSTRAINT dispatch_of_reminders CHECK (kind IN ('reminder_week', 'reminder_day', 'reminder_hour')),
    CONSTRAINT dispatch_held_or_not CHECK (held IN (0, 1)),
    CONSTRAINT dispatch_decides CHECK (held = 1 OR moved_to IS NOT NULL),
    CONSTRAINT dispatch_moved_while_of_use CHECK (
        (moved_to IS NULL) = (useful_until IS NULL) AND (moved_to IS NULL OR moved_to < useful_until)
    )
);

CREATE INDEX dispatch_moved ON dispatch (moved_to) WHERE moved_to IS NOT NULL;

-- A reminder written later follows what was decided; a move only while the training begins when it did then.

CREATE FUNCTION follow_dispatch() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    decided dispatch%ROWTYPE;
BEGIN
    SELECT * INTO decided FROM dispatch WHERE dispatch.training_id = NEW.training_id AND dispatch.kind = NEW.kind;
    IF FOUND THEN
        NEW.held := decided.held;
        IF decided.useful_until = NEW.useful_until THEN
            NEW.due_at := decided.moved_to;
        END IF;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER notice_follows_dispatch BEFORE INSERT ON notice
FOR EACH ROW WHEN (NEW.kind IN ('reminder_week', 'reminder_day', 'reminder_hour'))
EXECUTE FUNCTION follow_dispatch();

CREATE INDEX notice_held ON notice (useful_until) WHERE fate = 'pending' AND held = 1 AND broadcast_id IS NULL;
