CREATE TABLE office (
    number TEXT PRIMARY KEY CHECK (length(number) = 10),
    name   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE office_service (
    office TEXT NOT NULL REFERENCES office (number) ON DELETE CASCADE,
    n      INTEGER NOT NULL,
    code   TEXT NOT NULL,
    PRIMARY KEY (office, n),
    UNIQUE (office, code)
) STRICT, WITHOUT ROWID;
-- Places in the order of acceptance are given by the writer, which is one at a time.
CREATE TABLE message (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    sender      TEXT NOT NULL REFERENCES office (number),
    receiver    TEXT NOT NULL REFERENCES office (number),
    text        TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    retry_key   TEXT,
    retry_hash  TEXT,
    UNIQUE (sender, retry_key),
    CHECK ((retry_key IS NULL) = (retry_hash IS NULL))
) STRICT;
CREATE INDEX message_receiver ON message (receiver, seq);
CREATE INDEX message_sender ON message (sender, seq);
CREATE TABLE file (
    message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
    n       INTEGER NOT NULL CHECK (n >= 1),
    slot    TEXT NOT NULL CHECK (slot IN ('csv', 'attachment')),
    name    TEXT NOT NULL,
    serial  TEXT,
    size    INTEGER NOT NULL CHECK (size >= 0),
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (message, n)
) STRICT, WITHOUT ROWID;
-- The bytes of files, by `place` of store/pieces.rs.
CREATE TABLE body (
    place INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
