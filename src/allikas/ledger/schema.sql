-- The ledger, version 1. docs/ledger.md explains every table and view.
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
    words BLOB NOT NULL  -- the layer of words, compressed: see words.py
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

CREATE TABLE mentions (
    doc INTEGER NOT NULL REFERENCES documents,
    entity TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
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
    actor INTEGER REFERENCES actors,
    PRIMARY KEY (doc, statement, n)
) WITHOUT ROWID;
CREATE INDEX voices_actor ON voices (actor, last, doc, statement) WHERE actor IS NOT NULL;

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
    PRIMARY KEY (doc, id)
) WITHOUT ROWID;
CREATE INDEX events_plover ON events (plover_event, doc) WHERE plover_event IS NOT NULL;
CREATE INDEX events_lemma ON events (lemma, doc);
CREATE INDEX events_status ON events (status, doc);
CREATE INDEX events_day ON events (first_day, doc) WHERE first_day IS NOT NULL;

CREATE TABLE roles (
    doc INTEGER NOT NULL REFERENCES documents,
    event TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    entity TEXT,
    PRIMARY KEY (doc, event, n)
) WITHOUT ROWID;

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
    PRIMARY KEY (folded, type)
) WITHOUT ROWID;

CREATE TABLE offices (  -- the roles of the authority file, with their dates
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    n INTEGER NOT NULL,
    title TEXT NOT NULL,
    since TEXT,
    until TEXT,
    PRIMARY KEY (name, type, n)
) WITHOUT ROWID;

CREATE TABLE decisions (
    n INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename')),
    actor TEXT NOT NULL,
    other TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT '{}',
    decided TEXT,
    undone INTEGER NOT NULL DEFAULT 0
);

-- Search: a row a sentence. ``facet`` has a word for each thing that a search can be filtered by.
CREATE VIRTUAL TABLE sentence_words USING fts5 (
    lemma, form, facet, content = '', tokenize = "unicode61 remove_diacritics 0"
);
