-- What was fetched is remembered; the user may decide that two actors are not the same.

CREATE TABLE visits (
    address TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    stamp TEXT
) WITHOUT ROWID;

ALTER TABLE decisions RENAME TO decisions_before;
CREATE TABLE decisions (
    n INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename', 'distinct')),
    actor TEXT NOT NULL,
    other TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT '{}',
    decided TEXT,
    undone INTEGER NOT NULL DEFAULT 0
);
INSERT INTO decisions SELECT * FROM decisions_before;
DROP TABLE decisions_before;
