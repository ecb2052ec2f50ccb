-- The ledger as it is now; migrations/ says how an older one becomes this. docs/ledger.md explains every table and view.
--
-- ``doc`` numbers documents so that a later day of publication has a larger number (see keys.py): whatever is
-- ordered by ``doc`` is ordered by date, and no index needs a copy of the date. Ids such as ``s3`` are those of the
-- reading, unique within a document. Offsets count code points of the text, half-open: [start, stop).

CREATE TABLE documents (
    doc INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE,  -- in the order of adding
    id TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    published TEXT,
    first_day TEXT,
    last_day TEXT,
    outlet TEXT,
    title TEXT,
    url TEXT,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'retired')),
    reason TEXT,
    added TEXT
);
CREATE INDEX documents_url ON documents (url, revision) WHERE url IS NOT NULL;
CREATE INDEX documents_outlet ON documents (outlet, doc);
CREATE INDEX documents_state ON documents (state, doc);

CREATE TABLE texts (doc INTEGER PRIMARY KEY REFERENCES documents, text TEXT NOT NULL);

CREATE TABLE readings (
    doc INTEGER PRIMARY KEY REFERENCES documents,
    program TEXT NOT NULL,
    model TEXT,
    read_at TEXT,
    statements INTEGER NOT NULL,
    events INTEGER NOT NULL,
    problems INTEGER NOT NULL,
    words BLOB NOT NULL,  -- the layer of words, compressed: see words.py
    headline TEXT  -- the words of the headline, as JSON: see headlines.py
);
CREATE INDEX readings_version ON readings (program, model, doc);
CREATE INDEX readings_counts ON readings (statements, events, problems);

CREATE TABLE sentences (
    doc INTEGER NOT NULL REFERENCES documents,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    first_word INTEGER NOT NULL,
    last_word INTEGER NOT NULL,
    PRIMARY KEY (doc, n)
) WITHOUT ROWID;

CREATE TABLE entities (
    doc INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    type TEXT,
    name TEXT NOT NULL,
    country TEXT,
    geonames,
    latitude,
    longitude,
    actor INTEGER REFERENCES actors,
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;
CREATE INDEX entities_actor ON entities (actor, doc) WHERE actor IS NOT NULL;
CREATE INDEX entities_described ON entities (name, doc) WHERE actor IS NULL;

CREATE TABLE mentions (
    doc INTEGER NOT NULL REFERENCES documents,
    entity TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rules TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (doc, entity, n)
) WITHOUT ROWID;

CREATE TABLE times (
    doc INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    edtf TEXT,
    mod TEXT,
    rules TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;

CREATE TABLE quantities (
    doc INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    value,
    low,
    high,
    unit TEXT,
    of_start INTEGER,
    of_stop INTEGER,
    approx TEXT,
    rules TEXT NOT NULL,
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;

CREATE TABLE statements (
    doc INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    mode TEXT NOT NULL,
    kind TEXT NOT NULL,
    source_start INTEGER,
    source_stop INTEGER,
    speaker TEXT,
    relay_start INTEGER,
    relay_stop INTEGER,
    addressee_start INTEGER,
    addressee_stop INTEGER,
    parent TEXT,
    negated INTEGER NOT NULL,
    certainty TEXT NOT NULL,
    time TEXT,
    rules TEXT NOT NULL,
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;

CREATE TABLE spans (
    doc INTEGER NOT NULL REFERENCES documents,
    statement TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('content', 'cue')),
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (doc, statement, part, n)
) WITHOUT ROWID;

CREATE TABLE voices (  -- the chain of a statement, outermost first; ``last`` marks the speaker himself
    doc INTEGER NOT NULL REFERENCES documents,
    statement TEXT NOT NULL,
    n INTEGER NOT NULL,
    entity TEXT NOT NULL,
    last INTEGER NOT NULL,
    place INTEGER NOT NULL,  -- the statement's place in its document, for the index
    actor INTEGER REFERENCES actors,
    PRIMARY KEY (doc, statement, n)
) WITHOUT ROWID;
CREATE INDEX voices_actor ON voices (actor, last, doc DESC, place) WHERE actor IS NOT NULL;

CREATE TABLE voiced (  -- in which sentences a statement's content stands
    doc INTEGER NOT NULL REFERENCES documents,
    sentence INTEGER NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY (doc, sentence, statement)
) WITHOUT ROWID;

CREATE TABLE events (
    doc INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    lemma TEXT NOT NULL,
    class TEXT NOT NULL,
    polarity TEXT NOT NULL,
    modality TEXT,
    certainty TEXT NOT NULL,
    status TEXT NOT NULL,
    relation TEXT NOT NULL,
    time TEXT,
    place TEXT,
    plover_event TEXT,
    plover_mode TEXT,
    statement TEXT,
    rules TEXT NOT NULL,
    first_day TEXT,  -- within these days, where the event's time says so
    last_day TEXT,
    place_actor INTEGER REFERENCES actors,
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;
CREATE INDEX events_plover ON events (plover_event, doc) WHERE plover_event IS NOT NULL;
CREATE INDEX events_lemma ON events (lemma, doc);
CREATE INDEX events_status ON events (status, doc);
CREATE INDEX events_day ON events (last_day, first_day) WHERE last_day IS NOT NULL;
CREATE INDEX events_place ON events (place_actor, doc) WHERE place_actor IS NOT NULL;

CREATE TABLE roles (
    doc INTEGER NOT NULL REFERENCES documents,
    event TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    entity TEXT,
    place INTEGER NOT NULL,  -- the event's place in its document, for the index
    actor INTEGER REFERENCES actors,
    PRIMARY KEY (doc, event, n)
) WITHOUT ROWID;
CREATE INDEX roles_actor ON roles (actor, doc DESC, place) WHERE actor IS NOT NULL;

CREATE TABLE event_quantities (
    doc INTEGER NOT NULL REFERENCES documents,
    event TEXT NOT NULL,
    n INTEGER NOT NULL,
    quantity TEXT NOT NULL,
    PRIMARY KEY (doc, event, n)
) WITHOUT ROWID;

CREATE TABLE problems (
    doc INTEGER NOT NULL REFERENCES documents,
    n INTEGER NOT NULL,
    stage TEXT NOT NULL,
    message TEXT NOT NULL,
    start INTEGER,
    stop INTEGER,
    PRIMARY KEY (doc, n)
) WITHOUT ROWID;

CREATE TABLE failures (  -- what intake could not read; gone once the same origin was added
    origin TEXT PRIMARY KEY,
    message TEXT NOT NULL,
    failed TEXT
) WITHOUT ROWID;

CREATE TABLE actors (
    actor INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    met TEXT NOT NULL,  -- the name under which it was entered; ``name`` is what it is called now
    name TEXT NOT NULL,
    type TEXT,
    country TEXT,
    folded TEXT NOT NULL,
    last_name TEXT NOT NULL,
    loose TEXT NOT NULL
);
CREATE INDEX actors_folded ON actors (folded);
CREATE INDEX actors_last_name ON actors (last_name);
CREATE INDEX actors_loose ON actors (loose);

CREATE TABLE namings (  -- under which name and type an actor was met; ``folded`` as in names.py
    naming TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors,
    name TEXT NOT NULL,
    type TEXT,
    folded TEXT NOT NULL,
    PRIMARY KEY (naming, actor)
) WITHOUT ROWID;
CREATE INDEX namings_actor ON namings (actor);
CREATE INDEX namings_folded ON namings (folded);

CREATE TABLE authority (  -- the user's own file: a row a name or alias
    folded TEXT NOT NULL,
    type TEXT NOT NULL,
    alias TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    actor TEXT NOT NULL,  -- the actor's id
    PRIMARY KEY (folded, type)
) WITHOUT ROWID;
CREATE INDEX authority_actor ON authority (actor);

CREATE TABLE offices (  -- the roles of the authority file, with their dates
    actor TEXT NOT NULL,
    n INTEGER NOT NULL,
    title TEXT NOT NULL,
    since TEXT,
    until TEXT,
    PRIMARY KEY (actor, n)
) WITHOUT ROWID;

CREATE TABLE decisions (
    n INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename', 'distinct')),
    actor TEXT NOT NULL,
    other TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT '{}',
    decided TEXT,
    undone INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE changes (  -- when each document last changed: was added, read again, superseded, retired, linked anew
    doc INTEGER PRIMARY KEY REFERENCES documents,
    turn INTEGER NOT NULL UNIQUE
);

CREATE TABLE visits (  -- addresses that were fetched, with what tells whether they have changed since
    address TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    stamp TEXT
) WITHOUT ROWID;

CREATE TABLE rooms (  -- those who keep tables of their own here, and the version of those: see rooms.py
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) WITHOUT ROWID;

-- Search: a row a sentence. ``facet`` has a word for each thing that a search can be filtered by.
CREATE VIRTUAL TABLE sentence_words USING fts5 (
    lemma, form, facet, content = '', tokenize = "unicode61 remove_diacritics 0"
);

-- Views: a question that people ask each. They leave out documents that were superseded or retired.

CREATE VIEW chains AS  -- the voices of each statement in words, outermost first
SELECT
    s.doc,
    s.id AS statement,
    (
        SELECT group_concat(name, ' > ') FROM (
            SELECT coalesce(a.name, e.name, v.entity) AS name
            FROM voices v LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.entity
            LEFT JOIN actors a ON a.actor = v.actor
            WHERE v.doc = s.doc AND v.statement = s.id ORDER BY v.n
        )
    ) AS chain,
    (
        SELECT coalesce(a.name, e.name, v.entity)
        FROM voices v LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.entity
        LEFT JOIN actors a ON a.actor = v.actor
        WHERE v.doc = s.doc AND v.statement = s.id AND v.last
    ) AS speaker,
    (
        SELECT group_concat(name, ' > ') FROM (
            SELECT coalesce(a.name, e.name, v.entity) AS name
            FROM voices v LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.entity
            LEFT JOIN actors a ON a.actor = v.actor
            WHERE v.doc = s.doc AND v.statement = s.id AND NOT v.last ORDER BY v.n
        )
    ) AS through
FROM statements s;

CREATE VIEW said AS  -- who said what, through whom, in which outlet, when
SELECT
    s.doc,
    s.n,
    d.id AS document,
    s.id AS statement,
    d.published,
    d.outlet,
    d.title,
    d.url,
    c.speaker,
    c.through,
    c.chain,
    (
        SELECT group_concat(piece, ' … ') FROM (
            SELECT substr(x.text, p.start + 1, p.stop - p.start) AS piece FROM spans p
            WHERE p.doc = s.doc AND p.statement = s.id AND p.part = 'content' ORDER BY p.n
        )
    ) AS content,
    (
        SELECT group_concat(piece, ' … ') FROM (
            SELECT substr(x.text, p.start + 1, p.stop - p.start) AS piece FROM spans p
            WHERE p.doc = s.doc AND p.statement = s.id AND p.part = 'cue' ORDER BY p.n
        )
    ) AS cue,
    substr(x.text, s.source_start + 1, s.source_stop - s.source_start) AS source,
    substr(x.text, s.addressee_start + 1, s.addressee_stop - s.addressee_start) AS addressee,
    s.mode,
    s.kind,
    s.certainty,
    s.negated,
    s.parent
FROM statements s
JOIN documents d ON d.doc = s.doc AND d.state = 'current'
JOIN texts x ON x.doc = s.doc
JOIN chains c ON c.doc = s.doc AND c.statement = s.id;

CREATE VIEW reported AS  -- what is said to have happened or to be coming, when, where, and on whose word
SELECT
    v.doc,
    v.n,
    d.id AS document,
    v.id AS event,
    d.published,
    d.outlet,
    substr(x.text, v.start + 1, v.stop - v.start) AS text,
    v.lemma,
    v.class,
    v.status,
    v.certainty,
    v.relation,
    t.edtf AS time,
    v.first_day,
    v.last_day,
    coalesce(a.name, e.name) AS place,
    v.plover_event,
    v.plover_mode,
    (
        SELECT group_concat(part, '; ') FROM (
            SELECT r.role || ': ' || coalesce(b.name, f.name, substr(x.text, r.start + 1, r.stop - r.start))
                AS part
            FROM roles r LEFT JOIN entities f ON f.doc = r.doc AND f.id = r.entity
            LEFT JOIN actors b ON b.actor = f.actor
            WHERE r.doc = v.doc AND r.event = v.id ORDER BY r.n
        )
    ) AS roles,
    v.statement,
    (SELECT c.chain FROM chains c WHERE c.doc = v.doc AND c.statement = v.statement) AS chain
FROM events v
JOIN documents d ON d.doc = v.doc AND d.state = 'current'
JOIN texts x ON x.doc = v.doc
LEFT JOIN times t ON t.doc = v.doc AND t.id = v.time
LEFT JOIN entities e ON e.doc = v.doc AND e.id = v.place
LEFT JOIN actors a ON a.actor = e.actor;

CREATE VIEW figures AS  -- how many of what, by whose report
SELECT
    q.doc,
    d.id AS document,
    q.id AS quantity,
    d.published,
    d.outlet,
    substr(x.text, q.start + 1, q.stop - q.start) AS text,
    q.value,
    q.low,
    q.high,
    q.unit,
    substr(x.text, q.of_start + 1, q.of_stop - q.of_start) AS counted,
    q.approx
FROM quantities q
JOIN documents d ON d.doc = q.doc AND d.state = 'current'
JOIN texts x ON x.doc = q.doc;

CREATE VIEW dated AS  -- every expression of time with its days
SELECT
    t.doc,
    d.id AS document,
    t.id AS time,
    d.published,
    d.outlet,
    substr(x.text, t.start + 1, t.stop - t.start) AS text,
    t.type,
    t.value,
    t.edtf,
    t.first_day,
    t.last_day
FROM times t
JOIN documents d ON d.doc = t.doc AND d.state = 'current'
JOIN texts x ON x.doc = t.doc;

CREATE VIEW appearances AS  -- in which documents an actor is mentioned, and how often
SELECT
    a.actor,
    a.id AS actor_id,
    a.name,
    a.type,
    d.doc,
    d.id AS document,
    d.published,
    d.outlet,
    count(*) AS mentions
FROM actors a
JOIN entities e ON e.actor = a.actor
JOIN documents d ON d.doc = e.doc AND d.state = 'current'
JOIN mentions m ON m.doc = e.doc AND m.entity = e.id
GROUP BY a.actor, d.doc;

CREATE VIEW outlets AS  -- what each outlet has in the ledger
SELECT
    d.outlet,
    count(*) AS documents,
    min(d.first_day) AS first_day,
    max(d.last_day) AS last_day,
    sum(r.statements) AS statements,
    sum(r.events) AS events
FROM documents d JOIN readings r USING (doc)
WHERE d.state = 'current'
GROUP BY d.outlet;

CREATE VIEW history AS  -- the revisions of each page, with what became of them
SELECT url, revision, id AS document, state, reason, published, title, added
FROM documents WHERE url IS NOT NULL;
