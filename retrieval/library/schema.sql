-- The truth of a library. Everything else in its directory can be rebuilt from this file.

CREATE TABLE models (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,          -- what the operator called it, to load it again
  dimension INTEGER NOT NULL
);

CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,    -- SHA-256 of the UTF-8 bytes
  text TEXT NOT NULL
);

-- Every text that a generation has shown for a document and the SHA-256 of its source: a permalink finds its words in it
-- after the document has changed. The text is NULL, and only the name is known, once the document itself is removed.
CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text INTEGER REFERENCES texts ON DELETE SET NULL,
  shown TEXT NOT NULL,         -- when first (ISO 8601, UTC)
  UNIQUE (document, sha256, text)
);
CREATE INDEX editions_by_text ON editions (text);

-- A document as it was once taken in and segmented for one model; never changed. `digest` is of all that makes it up.
-- AUTOINCREMENT, because a projection names its versions and must not be mistaken for one of a later version.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest BLOB NOT NULL UNIQUE,
  model INTEGER NOT NULL REFERENCES models,
  rules INTEGER NOT NULL,      -- of segmentation
  document TEXT NOT NULL,
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text INTEGER NOT NULL REFERENCES texts,
  encoding TEXT NOT NULL,
  media_type TEXT NOT NULL,
  metadata TEXT NOT NULL,      -- JSON, as are the next two
  overrides TEXT NOT NULL,     -- bibliographic facts that the operator gave by hand
  structure TEXT NOT NULL,     -- sections, pages, masks, voices, warnings
  words TEXT NOT NULL,         -- JSON: the words of its sentences and how often each stands, and with a capital
  first_sentence INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  first_passage INTEGER NOT NULL,
  passages INTEGER NOT NULL
);
CREATE INDEX versions_by_text ON versions (text);

-- "first" and "last" are ids of sentences; ids grow by one inside a version and are never used again.
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "first" INTEGER NOT NULL,
  "last" INTEGER NOT NULL,
  key BLOB NOT NULL            -- SHA-256 of its text, by which its vector is found
);
CREATE INDEX passages_by_version ON passages (version);

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  key BLOB NOT NULL
);
CREATE INDEX sentences_by_version ON sentences (version);

-- Dates that its sentences name: first and last day (proleptic Gregorian ordinals) if read in the Old or in the New Style,
-- NULL where it cannot be; a day's range in the text; the country whose calendar may be meant.
CREATE TABLE dates (
  sentence INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  old_first INTEGER,
  old_last INTEGER,
  new_first INTEGER,
  new_last INTEGER,
  paired INTEGER NOT NULL,     -- whether the text gives both days itself
  country TEXT
);
CREATE INDEX dates_by_sentence ON dates (sentence);
CREATE INDEX dates_by_old ON dates (old_first);
CREATE INDEX dates_by_new ON dates (new_first);

CREATE TABLE vectors (
  id INTEGER PRIMARY KEY,
  model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  key BLOB NOT NULL,           -- SHA-256 of the text
  vector BLOB NOT NULL,        -- little-endian float32
  UNIQUE (model, key)
);

CREATE TABLE generations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  model INTEGER NOT NULL REFERENCES models,
  created TEXT NOT NULL        -- ISO 8601, UTC
);

CREATE TABLE members (
  generation INTEGER NOT NULL REFERENCES generations ON DELETE CASCADE,
  version INTEGER NOT NULL REFERENCES versions,
  PRIMARY KEY (generation, version)
) WITHOUT ROWID;
CREATE INDEX members_by_version ON members (version);

-- What the operator asked for and is not done yet.
CREATE TABLE requests (
  location TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('pending', 'failed')),
  why TEXT,                    -- one sentence, for a failed one
  overrides TEXT NOT NULL,
  version INTEGER REFERENCES versions ON DELETE SET NULL -- once it is read and segmented
);

-- What a file was last read into, a duplicate into the version of the document that it repeats. `key` is of its bytes, its catalogue, the rules of reading and segmentation, the model and
-- the facts given by hand: while it is the same, reading the file again would change nothing.
CREATE TABLE readings (
  location TEXT PRIMARY KEY,
  key BLOB NOT NULL,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE
);
CREATE INDEX readings_by_version ON readings (version);

-- Pages of the web as they were captured; earlier ones stay, for the quotes that were made from them.
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL,       -- where it was asked for; the source of its versions
  url TEXT NOT NULL,           -- where redirects led
  sha256 TEXT NOT NULL,
  retrieved TEXT NOT NULL,     -- ISO 8601, UTC
  content_type TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  body BLOB NOT NULL,          -- zlib
  UNIQUE (address, sha256)
);

CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  current INTEGER REFERENCES generations,
  previous INTEGER REFERENCES generations,
  next_sentence INTEGER NOT NULL,
  next_passage INTEGER NOT NULL
);
INSERT INTO state VALUES (1, NULL, NULL, 1, 1);
