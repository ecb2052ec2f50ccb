"""What stories keep in a ledger: what each report speaks of, an index of that, and its story."""

from allikas.ledger.rooms import Room, script

STORIES = Room(
    "stories",
    (
        script("""
CREATE TABLE stories_reports (  -- a row a current document: what it speaks of, and its story
    doc INTEGER PRIMARY KEY REFERENCES documents,
    id TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    profile TEXT NOT NULL,  -- JSON: what it speaks of, with weights
    story TEXT NOT NULL
);
CREATE INDEX stories_by_story ON stories_reports (story, doc);
CREATE TABLE stories_keys (  -- the inverted index: who speaks of what, by day
    key TEXT NOT NULL,
    first_day TEXT NOT NULL,
    doc INTEGER NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (key, first_day, doc)
) WITHOUT ROWID;
CREATE INDEX stories_keys_of ON stories_keys (doc);
CREATE TABLE stories_turn (turn INTEGER NOT NULL);  -- the last change of the ledger that was followed
INSERT INTO stories_turn VALUES (0);
CREATE VIEW stories AS
SELECT
    r.story, count(*) AS reports, count(DISTINCT d.outlet) AS outlets, min(r.first_day) AS first_day,
    max(r.last_day) AS last_day
FROM stories_reports r JOIN documents d USING (doc) GROUP BY r.story;
"""),
    ),
)
"""The tables; docs/stories.md explains them."""
