-- Accounts, sessions and certificates: what 電子請求受付システム keeps. Secrets are sealed.
CREATE TABLE account (
    office            TEXT PRIMARY KEY REFERENCES office (number) ON DELETE CASCADE,
    user_id           TEXT NOT NULL UNIQUE CHECK (length(user_id) = 14),
    password          TEXT NOT NULL,
    is_temporary      INTEGER NOT NULL CHECK (is_temporary IN (0, 1)),
    set_at            INTEGER NOT NULL,
    issuing_password  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Of users that exist and of users that do not, so that nobody can tell them apart.
CREATE TABLE login_failure (
    user_id  TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 1),
    last_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_failure_last ON login_failure (last_at);
-- A token is known by its SHA-256 only.
CREATE TABLE login_session (
    token    TEXT PRIMARY KEY CHECK (length(token) = 64),
    office   TEXT NOT NULL REFERENCES account (office) ON DELETE CASCADE,
    terminal TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_session_office ON login_session (office, began_at);
-- An office may be given a certificate before it is registered, hence no reference.
CREATE TABLE certificate (
    serial     TEXT PRIMARY KEY CHECK (length(serial) = 32),
    n          INTEGER NOT NULL UNIQUE,
    office     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    not_after  INTEGER NOT NULL,
    drill      TEXT,
    revoked_at INTEGER,
    reason     TEXT,
    CHECK ((revoked_at IS NULL) = (reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_office ON certificate (office, n);
CREATE INDEX certificate_revoked ON certificate (revoked_at) WHERE revoked_at IS NOT NULL;
