-- How often each rule of a fault was asked, and how many answers in a row were bad.
CREATE TABLE fault_calls (
    rule  INTEGER PRIMARY KEY,
    calls INTEGER NOT NULL CHECK (calls BETWEEN 1 AND 1000000000000000)
) STRICT;
CREATE TABLE fault_streak (
    office   TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    bad      INTEGER NOT NULL CHECK (bad BETWEEN 1 AND 1000000000000000),
    PRIMARY KEY (office, endpoint)
) STRICT, WITHOUT ROWID;
