-- Terminals, claims and drafts. Terminals are names that requests give; in web-4.1 there are none.
-- The terminal that sent it.
ALTER TABLE message ADD COLUMN terminal TEXT;
-- The terminal of the receiver that opened the received list first.
ALTER TABLE message ADD COLUMN claimed_by TEXT;
-- When the receiver first got something of it: its list (client-1.2), its text or a file (web-4.1).
ALTER TABLE message ADD COLUMN received_at INTEGER;
ALTER TABLE message ADD COLUMN recalled_at INTEGER;
-- Idempotency-Key of the bulk send that it was part of.
ALTER TABLE message ADD COLUMN batch TEXT;
CREATE INDEX message_claim ON message (receiver, claimed_by, seq);
CREATE INDEX message_terminal ON message (sender, terminal, seq);
CREATE INDEX message_age ON message (accepted_at);
CREATE INDEX message_batch ON message (sender, batch) WHERE batch IS NOT NULL;
CREATE INDEX file_serial ON file (serial) WHERE serial IS NOT NULL;
-- `receiver` is as it was typed: a draft is not checked until it is sent.
CREATE TABLE draft (
    seq        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    office     TEXT NOT NULL REFERENCES office (number),
    terminal   TEXT,
    origin     TEXT NOT NULL CHECK (origin IN ('form', 'bulk')),
    receiver   TEXT NOT NULL,
    text       TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    batch      TEXT,
    batch_hash TEXT,
    CHECK ((batch IS NULL) = (batch_hash IS NULL))
) STRICT;
CREATE INDEX draft_office ON draft (office, seq);
CREATE TABLE draft_file (
    draft  INTEGER NOT NULL REFERENCES draft (seq) ON DELETE CASCADE,
    n      INTEGER NOT NULL CHECK (n >= 1),
    slot   TEXT NOT NULL CHECK (slot IN ('csv', 'attachment')),
    name   TEXT NOT NULL,
    size   INTEGER NOT NULL CHECK (size = length(body)),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    body   BLOB NOT NULL,
    PRIMARY KEY (draft, n)
) STRICT;
