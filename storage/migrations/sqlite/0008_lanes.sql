-- What is due goes by lanes: what is urgent to one person, then reminders, then what is said to many. Any of it can be held.

DROP INDEX notice_due;
DROP INDEX notice_due_to_many;
CREATE INDEX notice_due ON notice (due_at, id)
WHERE fate = 'pending' AND held = 0
    AND kind NOT IN ('reminder_week', 'reminder_day', 'reminder_hour', 'news', 'digest', 'message');
CREATE INDEX notice_due_reminder ON notice (due_at, id)
WHERE fate = 'pending' AND held = 0 AND kind IN ('reminder_week', 'reminder_day', 'reminder_hour');
CREATE INDEX notice_due_announced ON notice (due_at, id)
WHERE fate = 'pending' AND held = 0 AND kind IN ('news', 'digest', 'message');

-- A batch is found by its lease.

DROP INDEX notice_leased;
CREATE INDEX notice_leased ON notice (lease_until) WHERE fate = 'sending';
CREATE INDEX notice_lease ON notice (lease) WHERE lease IS NOT NULL;
