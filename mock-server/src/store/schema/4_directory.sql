-- Sites, licences and what the public directory shows.
ALTER TABLE office ADD COLUMN prefecture TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
CREATE INDEX office_place ON office (prefecture, number);
CREATE INDEX office_service_code ON office_service (code, office);
CREATE TABLE site (
    office TEXT NOT NULL REFERENCES office (number) ON DELETE CASCADE,
    branch TEXT NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (office, branch)
) STRICT, WITHOUT ROWID;
CREATE TABLE site_service (
    office TEXT NOT NULL,
    branch TEXT NOT NULL,
    code   TEXT NOT NULL,
    PRIMARY KEY (office, branch, code),
    FOREIGN KEY (office, branch) REFERENCES site (office, branch) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- One per office number. The term in which it stands follows from the clock.
CREATE TABLE licence (
    office     TEXT PRIMARY KEY REFERENCES office (number) ON DELETE CASCADE,
    applied_at INTEGER NOT NULL,
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL CHECK (ends_at > starts_at),
    renews     INTEGER NOT NULL CHECK (renews IN (0, 1))
) STRICT, WITHOUT ROWID;
