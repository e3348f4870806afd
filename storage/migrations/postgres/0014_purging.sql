-- What ended long ago is found and forgotten a part at a time, without looking through all that is there.

CREATE INDEX inbox_ended ON inbox (COALESCE(tried_at, received_at)) WHERE state <> 'new';
CREATE INDEX reply_ended ON reply (settled_at) WHERE settled_at IS NOT NULL;
