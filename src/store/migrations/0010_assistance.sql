-- Assistance in full: documents, platforms, what activities say of programmes, dates, numbers, money and reviews,
-- recommendations that needs answer, and matches with a number of their own. The program fills these tables from its
-- reference tables where an activity's own words are still those of the tables.

-- Documents that others refer to. A need or an activity names one by its symbol.
CREATE TABLE document (
  id      INTEGER PRIMARY KEY,
  symbol  TEXT NOT NULL UNIQUE CHECK (symbol <> ''),
  kind    TEXT CHECK (kind IN ('note', 'resolution', 'report', 'summary')),
  -- as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD
  on_date TEXT,
  -- the body that it is of or for, and which of its sessions it is for
  body_id INTEGER REFERENCES organisation (id),
  session INTEGER CHECK (session > 0),
  link    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_body ON document (body_id);

-- The document that a need comes from, where it is one of those above; need.document keeps the words.
CREATE TABLE need_document (
  need_id     INTEGER PRIMARY KEY REFERENCES need (id),
  document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX need_document_document ON need_document (document_id);

-- What a review recommended, which the need answers: its words and its place.
CREATE TABLE recommendation (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  need_id   INTEGER NOT NULL REFERENCES need (id),
  text      TEXT NOT NULL CHECK (text <> ''),
  language  TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  document  TEXT NOT NULL DEFAULT '',
  paragraph TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX recommendation_need ON recommendation (need_id);

-- Two more statuses. A CHECK cannot be altered, so a new column takes the place of the old one.
ALTER TABLE activity RENAME COLUMN status TO status_10;
ALTER TABLE activity ADD COLUMN status TEXT
  CHECK (status IN ('intended', 'planned', 'in preparation', 'ongoing', 'suspended', 'done', 'published',
                    'cancelled'));
UPDATE activity SET status = status_10;
ALTER TABLE activity DROP COLUMN status_10;

-- Whether the dates say when it was to begin and end, or when it did.
ALTER TABLE activity ADD COLUMN starts_as TEXT CHECK (starts_as IN ('planned', 'actual'));
ALTER TABLE activity ADD COLUMN ends_as TEXT CHECK (ends_as IN ('planned', 'actual'));
-- Who reports it.
ALTER TABLE activity ADD COLUMN reporting_id INTEGER REFERENCES organisation (id);
-- The activity that it is a part of; one that the register does not hold is named in the table of names.
ALTER TABLE activity ADD COLUMN programme_id INTEGER REFERENCES activity (id) CHECK (programme_id <> id);
ALTER TABLE activity ADD COLUMN link TEXT NOT NULL DEFAULT '';
-- Of a publication.
ALTER TABLE activity ADD COLUMN edition INTEGER CHECK (edition > 0);
CREATE INDEX activity_programme ON activity (programme_id);
CREATE INDEX activity_reporting ON activity (reporting_id);

-- By which others know it: one identifier, and those that it had before.
CREATE TABLE activity_identifier (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  identifier  TEXT NOT NULL CHECK (identifier <> ''),
  former      INTEGER NOT NULL CHECK (former IN (0, 1)),
  PRIMARY KEY (activity_id, identifier)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX activity_identifier_now ON activity_identifier (activity_id) WHERE former = 0;
CREATE INDEX activity_identifier_word ON activity_identifier (identifier);

-- States also provide assistance, and each State helped may have its share of it.
CREATE TABLE activity_state_10 (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  role        TEXT NOT NULL CHECK (role IN ('helped', 'host', 'provider')),
  -- per cent of the assistance
  share       REAL CHECK (share > 0 AND share <= 100),
  PRIMARY KEY (activity_id, state_id, role)
) STRICT, WITHOUT ROWID;
INSERT INTO activity_state_10 (activity_id, state_id, role)
  SELECT activity_id, state_id, role FROM activity_state;
DROP TABLE activity_state;
ALTER TABLE activity_state_10 RENAME TO activity_state;

-- Parts of the world that sources name, and the States in each. activity.region_text keeps the words.
CREATE TABLE area (
  id     INTEGER PRIMARY KEY,
  -- whose list of States it is
  source TEXT NOT NULL
) STRICT;
CREATE TABLE area_state (
  area_id  INTEGER NOT NULL REFERENCES area (id),
  state_id INTEGER NOT NULL REFERENCES state (id),
  PRIMARY KEY (area_id, state_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_area (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  area_id     INTEGER NOT NULL REFERENCES area (id),
  PRIMARY KEY (activity_id, area_id)
) STRICT, WITHOUT ROWID;

-- Numbers that a source states: of events, people, States and least developed countries, exact or a lower bound. One
-- number can be of several activities together.
CREATE TABLE reach (
  id       INTEGER PRIMARY KEY,
  what     TEXT NOT NULL CHECK (what IN ('events', 'people', 'states', 'ldcs')),
  number   INTEGER NOT NULL CHECK (number >= 0),
  at_least INTEGER NOT NULL CHECK (at_least IN (0, 1))
) STRICT;
CREATE TABLE activity_reach (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  reach_id    INTEGER NOT NULL REFERENCES reach (id),
  PRIMARY KEY (activity_id, reach_id)
) STRICT, WITHOUT ROWID;

-- The reviews that it serves. Without a State: of all States; without a cycle: the cycle is not stated.
CREATE TABLE activity_review (
  id          INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER REFERENCES state (id),
  cycle       INTEGER CHECK (cycle IN (1, 2)),
  CHECK (state_id IS NOT NULL OR cycle IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX activity_review_once
  ON activity_review (activity_id, coalesce(state_id, 0), coalesce(cycle, 0));

-- Money, in whole units of its currency (ISO 4217); without an amount, that there is some.
CREATE TABLE activity_money (
  id              INTEGER PRIMARY KEY,
  activity_id     INTEGER NOT NULL REFERENCES activity (id),
  stage           TEXT NOT NULL CHECK (stage IN ('sought', 'pledged', 'received')),
  organisation_id INTEGER REFERENCES organisation (id),
  amount          INTEGER CHECK (amount > 0),
  currency        TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CHECK ((amount IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX activity_money_activity ON activity_money (activity_id);

-- Goals (16) and targets (16.5) of the 2030 Agenda.
CREATE TABLE activity_sdg (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  target      TEXT NOT NULL
    CHECK (CAST(target AS INTEGER) BETWEEN 1 AND 17
           AND (target GLOB '[1-9]' OR target GLOB '1[0-7]'
                OR target GLOB '[1-9].[1-9a-z]' OR target GLOB '1[0-7].[1-9a-z]'
                OR target GLOB '[1-9].1[0-9]' OR target GLOB '1[0-7].1[0-9]')),
  PRIMARY KEY (activity_id, target)
) STRICT, WITHOUT ROWID;

-- The themes of needs that are among its themes; activity.themes keeps the words.
CREATE TABLE activity_theme (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  theme_id    INTEGER NOT NULL REFERENCES theme (id),
  PRIMARY KEY (activity_id, theme_id)
) STRICT, WITHOUT ROWID;

-- The languages of a publication.
CREATE TABLE activity_language (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  language    TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  PRIMARY KEY (activity_id, language)
) STRICT, WITHOUT ROWID;

-- Regional platforms: the organisation and the activity that stand for one, its member States, and what they agreed
-- to put first.
CREATE TABLE platform (
  id              INTEGER PRIMARY KEY,
  code            TEXT NOT NULL UNIQUE CHECK (code <> ''),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  activity_id     INTEGER REFERENCES activity (id)
) STRICT;
CREATE TABLE platform_state (
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  PRIMARY KEY (platform_id, state_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE platform_priority (
  id          INTEGER PRIMARY KEY,
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  -- 1 comes first; NULL: the members have not ranked it
  rank        INTEGER CHECK (rank > 0)
) STRICT;
CREATE INDEX platform_priority_platform ON platform_priority (platform_id);
CREATE TABLE platform_priority_article (
  priority_id INTEGER NOT NULL REFERENCES platform_priority (id),
  article     INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (priority_id, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE platform_priority_theme (
  priority_id INTEGER NOT NULL REFERENCES platform_priority (id),
  -- the theme's English name: themes of a platform need not be themes of a need
  theme       TEXT NOT NULL CHECK (theme <> ''),
  PRIMARY KEY (priority_id, theme)
) STRICT, WITHOUT ROWID;

-- Matches get numbers of their own, which never come back, and say how far the activity serves the need.
CREATE TABLE need_activity_10 (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  need_id     INTEGER NOT NULL REFERENCES need (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  extent      TEXT NOT NULL DEFAULT 'fully' CHECK (extent IN ('fully', 'partly', 'planned')),
  -- who made it, and when; '' and NULL: not recorded
  who         TEXT NOT NULL DEFAULT '',
  at          INTEGER,
  note        TEXT NOT NULL DEFAULT '',
  origin      TEXT NOT NULL DEFAULT 'recorded'
    CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  UNIQUE (need_id, activity_id)
) STRICT;
INSERT INTO need_activity_10 (need_id, activity_id, origin)
  SELECT need_id, activity_id,
         CASE (SELECT value FROM meta WHERE key = 'illustrative') WHEN 'yes' THEN 'illustrative' ELSE 'recorded' END
  FROM need_activity ORDER BY need_id, activity_id;
DROP TABLE need_activity;
ALTER TABLE need_activity_10 RENAME TO need_activity;
CREATE INDEX need_activity_activity ON need_activity (activity_id);
CREATE TRIGGER unlogged_activity_in AFTER INSERT ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_activity_out AFTER DELETE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_activity AFTER UPDATE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END;

CREATE TRIGGER unlogged_document_in AFTER INSERT ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_document_out AFTER DELETE ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_document AFTER UPDATE ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_recommendation_in AFTER INSERT ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_recommendation_out AFTER DELETE ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_recommendation AFTER UPDATE ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END;
