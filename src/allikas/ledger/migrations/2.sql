-- Rooms may keep tables of their own, and see which documents have changed.

CREATE TABLE changes (
    doc INTEGER PRIMARY KEY REFERENCES documents,
    turn INTEGER NOT NULL UNIQUE
);
INSERT INTO changes SELECT doc, seq FROM documents;

CREATE TABLE rooms (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) WITHOUT ROWID;
