--- index activity_identifier_now activity_identifier
CREATE UNIQUE INDEX activity_identifier_now ON activity_identifier (activity_id) WHERE former = 0
--- index activity_identifier_word activity_identifier
CREATE INDEX activity_identifier_word ON activity_identifier (identifier)
--- index activity_money_activity activity_money
CREATE INDEX activity_money_activity ON activity_money (activity_id)
--- index activity_programme activity
CREATE INDEX activity_programme ON activity (programme_id)
--- index activity_reporting activity
CREATE INDEX activity_reporting ON activity (reporting_id)
--- index activity_review_once activity_review
CREATE UNIQUE INDEX activity_review_once
  ON activity_review (activity_id, coalesce(state_id, 0), coalesce(cycle, 0))
--- index activity_uuid activity
CREATE UNIQUE INDEX activity_uuid ON activity (uuid)
--- index batch_at batch
CREATE INDEX batch_at ON batch (at)
--- index batch_who batch
CREATE INDEX batch_who ON batch (who)
--- index change_batch change
CREATE INDEX change_batch ON change (batch_id)
--- index change_facts change
CREATE INDEX change_facts ON change (batch_id)
  WHERE kind = 'need'
    AND field NOT IN ('priority', 'horizon', 'response', 'focal', 'notes', 'projected', 'theme', 'duplicate')
--- index change_need change
CREATE INDEX change_need ON change (record) WHERE kind = 'need'
--- index change_record change
CREATE INDEX change_record ON change (kind, record) WHERE kind <> 'need'
--- index comment_need comment
CREATE INDEX comment_need ON comment (need_id)
--- index comment_uuid comment
CREATE UNIQUE INDEX comment_uuid ON comment (uuid)
--- index document_body document
CREATE INDEX document_body ON document (body_id)
--- index document_uuid document
CREATE UNIQUE INDEX document_uuid ON document (uuid)
--- index draft_need draft
CREATE INDEX draft_need ON draft (need_id)
--- index import_sha256 import
CREATE INDEX import_sha256 ON import (sha256)
--- index membership_of membership
CREATE UNIQUE INDEX membership_of ON membership (state_id, grp, coalesce(since, ''))
--- index need_activity_activity need_activity
CREATE INDEX need_activity_activity ON need_activity (activity_id)
--- index need_activity_uuid need_activity
CREATE UNIQUE INDEX need_activity_uuid ON need_activity (uuid)
--- index need_activity_void need_activity
CREATE INDEX need_activity_void ON need_activity (need_id) WHERE void = 1
--- index need_document_document need_document
CREATE INDEX need_document_document ON need_document (document_id)
--- index need_duplicate need
CREATE INDEX need_duplicate ON need (duplicate_of) WHERE duplicate_of IS NOT NULL
--- index need_focal_point need
CREATE INDEX need_focal_point ON need (focal_point_id)
--- index need_merged need
CREATE INDEX need_merged ON need (merged_into) WHERE merged_into IS NOT NULL
--- index need_review need
CREATE INDEX need_review ON need (review_id)
--- index need_theme_theme need_theme
CREATE INDEX need_theme_theme ON need_theme (theme_id)
--- index need_uuid need
CREATE UNIQUE INDEX need_uuid ON need (uuid)
--- index need_void need
CREATE INDEX need_void ON need (id) WHERE void = 1
--- index organisation_uuid organisation
CREATE UNIQUE INDEX organisation_uuid ON organisation (uuid)
--- index overlap_second overlap
CREATE INDEX overlap_second ON overlap (second_id)
--- index overlap_uuid overlap
CREATE UNIQUE INDEX overlap_uuid ON overlap (uuid)
--- index person_state person
CREATE INDEX person_state ON person (state_id)
--- index person_uuid person
CREATE UNIQUE INDEX person_uuid ON person (uuid)
--- index platform_priority_platform platform_priority
CREATE INDEX platform_priority_platform ON platform_priority (platform_id)
--- index platform_uuid platform
CREATE UNIQUE INDEX platform_uuid ON platform (uuid)
--- index presence_need presence
CREATE INDEX presence_need ON presence (need_id)
--- index recommendation_need recommendation
CREATE INDEX recommendation_need ON recommendation (need_id)
--- index review_uuid review
CREATE UNIQUE INDEX review_uuid ON review (uuid)
--- index saved_view_name saved_view
CREATE UNIQUE INDEX saved_view_name ON saved_view (name, coalesce(owner, '')) WHERE void = 0
--- index saved_view_uuid saved_view
CREATE UNIQUE INDEX saved_view_uuid ON saved_view (uuid)
--- index setting_id setting
CREATE UNIQUE INDEX setting_id ON setting (id)
--- index sqlite_autoindex_activity_1 activity
--- index sqlite_autoindex_batch_1 batch
--- index sqlite_autoindex_category_1 category
--- index sqlite_autoindex_document_1 document
--- index sqlite_autoindex_last_visit_1 last_visit
--- index sqlite_autoindex_need_activity_1 need_activity
--- index sqlite_autoindex_organisation_1 organisation
--- index sqlite_autoindex_overlap_1 overlap
--- index sqlite_autoindex_person_1 person
--- index sqlite_autoindex_person_key_1 person_key
--- index sqlite_autoindex_platform_1 platform
--- index sqlite_autoindex_review_1 review
--- index sqlite_autoindex_spelling_1 spelling
--- index sqlite_autoindex_state_1 state
--- index sqlite_autoindex_state_2 state
--- index sqlite_autoindex_theme_1 theme
--- index state_adviser state
CREATE INDEX state_adviser ON state (adviser_id)
--- index state_region state
CREATE INDEX state_region ON state (region)
--- index state_uuid state
CREATE UNIQUE INDEX state_uuid ON state (uuid)
--- index theme_uuid theme
CREATE UNIQUE INDEX theme_uuid ON theme (uuid)
--- table activity activity
CREATE TABLE activity (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  level       TEXT NOT NULL CHECK (level IN ('global', 'regional', 'national')),
  region_text TEXT NOT NULL DEFAULT '',
  place       TEXT NOT NULL DEFAULT '',
  -- countries that the source counts without naming ("13 Pacific island countries")
  unnamed_states INTEGER CHECK (unnamed_states > 0),
  -- as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD
  starts_on   TEXT,
  ends_on     TEXT,
  themes      TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  document    TEXT NOT NULL,
  paragraph   TEXT NOT NULL,
  uncertainty TEXT NOT NULL DEFAULT ''
, status TEXT
  CHECK (status IN ('intended', 'planned', 'in preparation', 'ongoing', 'suspended', 'done', 'published',
                    'cancelled')), starts_as TEXT CHECK (starts_as IN ('planned', 'actual')), ends_as TEXT CHECK (ends_as IN ('planned', 'actual')), reporting_id INTEGER REFERENCES organisation (id), programme_id INTEGER REFERENCES activity (id) CHECK (programme_id <> id), link TEXT NOT NULL DEFAULT '', edition INTEGER CHECK (edition > 0), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table activity_area activity_area
CREATE TABLE activity_area (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  area_id     INTEGER NOT NULL REFERENCES area (id),
  PRIMARY KEY (activity_id, area_id)
) STRICT, WITHOUT ROWID
--- table activity_article activity_article
CREATE TABLE activity_article (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  article     INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (activity_id, article)
) STRICT, WITHOUT ROWID
--- table activity_chapter activity_chapter
CREATE TABLE activity_chapter (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  chapter     INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (activity_id, chapter)
) STRICT, WITHOUT ROWID
--- table activity_identifier activity_identifier
CREATE TABLE activity_identifier (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  identifier  TEXT NOT NULL CHECK (identifier <> ''),
  former      INTEGER NOT NULL CHECK (former IN (0, 1)),
  PRIMARY KEY (activity_id, identifier)
) STRICT, WITHOUT ROWID
--- table activity_language activity_language
CREATE TABLE activity_language (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  language    TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  PRIMARY KEY (activity_id, language)
) STRICT, WITHOUT ROWID
--- table activity_money activity_money
CREATE TABLE activity_money (
  id              INTEGER PRIMARY KEY,
  activity_id     INTEGER NOT NULL REFERENCES activity (id),
  stage           TEXT NOT NULL CHECK (stage IN ('sought', 'pledged', 'received')),
  organisation_id INTEGER REFERENCES organisation (id),
  amount          INTEGER CHECK (amount > 0),
  currency        TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CHECK ((amount IS NULL) = (currency IS NULL))
) STRICT
--- table activity_organisation activity_organisation
CREATE TABLE activity_organisation (
  activity_id     INTEGER NOT NULL REFERENCES activity (id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role            TEXT NOT NULL CHECK (role IN ('provider', 'partner', 'donor')),
  PRIMARY KEY (activity_id, organisation_id, role)
) STRICT, WITHOUT ROWID
--- table activity_reach activity_reach
CREATE TABLE activity_reach (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  reach_id    INTEGER NOT NULL REFERENCES reach (id),
  PRIMARY KEY (activity_id, reach_id)
) STRICT, WITHOUT ROWID
--- table activity_review activity_review
CREATE TABLE activity_review (
  id          INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER REFERENCES state (id),
  cycle       INTEGER CHECK (cycle IN (1, 2)),
  CHECK (state_id IS NOT NULL OR cycle IS NOT NULL)
) STRICT
--- table activity_sdg activity_sdg
CREATE TABLE activity_sdg (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  target      TEXT NOT NULL
    CHECK (CAST(target AS INTEGER) BETWEEN 1 AND 17
           AND (target GLOB '[1-9]' OR target GLOB '1[0-7]'
                OR target GLOB '[1-9].[1-9a-z]' OR target GLOB '1[0-7].[1-9a-z]'
                OR target GLOB '[1-9].1[0-9]' OR target GLOB '1[0-7].1[0-9]')),
  PRIMARY KEY (activity_id, target)
) STRICT, WITHOUT ROWID
--- table activity_state activity_state
CREATE TABLE "activity_state" (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  role        TEXT NOT NULL CHECK (role IN ('helped', 'host', 'provider')),
  -- per cent of the assistance
  share       REAL CHECK (share > 0 AND share <= 100),
  PRIMARY KEY (activity_id, state_id, role)
) STRICT, WITHOUT ROWID
--- table activity_theme activity_theme
CREATE TABLE activity_theme (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  theme_id    INTEGER NOT NULL REFERENCES theme (id),
  PRIMARY KEY (activity_id, theme_id)
) STRICT, WITHOUT ROWID
--- table area area
CREATE TABLE area (
  id     INTEGER PRIMARY KEY,
  -- whose list of States it is
  source TEXT NOT NULL
) STRICT
--- table area_state area_state
CREATE TABLE area_state (
  area_id  INTEGER NOT NULL REFERENCES area (id),
  state_id INTEGER NOT NULL REFERENCES state (id),
  PRIMARY KEY (area_id, state_id)
) STRICT, WITHOUT ROWID
--- table article article
CREATE TABLE article (
  number   INTEGER PRIMARY KEY CHECK (number BETWEEN 5 AND 62),
  chapter  INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6)) STRICT
--- table batch batch
CREATE TABLE batch (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL CHECK (who <> ''),
  note   TEXT NOT NULL DEFAULT '',
  -- the batch that this one takes back
  undoes INTEGER UNIQUE REFERENCES batch (id)
, key TEXT CHECK (key <> '')) STRICT
--- table category category
CREATE TABLE category (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  cycle   INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  aliases TEXT NOT NULL DEFAULT ''
) STRICT
--- table change change
CREATE TABLE "change" (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  -- the record: its kind, and its number in the table of that kind
  kind     TEXT NOT NULL CHECK (kind IN ('need', 'review', 'state', 'person', 'organisation', 'activity', 'platform',
                                         'match', 'overlap', 'theme', 'document', 'comment', 'view', 'setting')),
  record   INTEGER NOT NULL,
  -- 'record': the record itself, which is 'there' or, NULL, is not;
  -- 'theme' of a need: all its themes, by English name in order, joined by '; '
  field    TEXT NOT NULL CHECK (field <> ''),
  before   TEXT,
  after    TEXT,
  -- the version of the record that this change made; the changes of one batch to one record share it
  version  INTEGER NOT NULL,
  CHECK (before IS NOT after)
) STRICT
--- table comment comment
CREATE TABLE comment (
  id      INTEGER PRIMARY KEY,
  need_id INTEGER NOT NULL REFERENCES need (id),
  text    TEXT NOT NULL CHECK (text <> ''),
  uuid    BLOB CHECK (length(uuid) = 16),
  origin  TEXT NOT NULL DEFAULT 'recorded' CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  void    INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT
--- table document document
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
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table draft draft
CREATE TABLE "draft" (
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  session INTEGER NOT NULL,
  text    TEXT NOT NULL,
  -- the version of the need that the writer saw
  version INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, need_id, session)
) STRICT, WITHOUT ROWID
--- table form_draft form_draft
CREATE TABLE form_draft (
  -- as in batch.who
  who     TEXT NOT NULL CHECK (who <> ''),
  -- the kind of record, and the number of the record or, for needs entered in a row, of their review
  form    TEXT NOT NULL CHECK (form <> ''),
  session INTEGER NOT NULL,
  -- the words by the codes of the fields, as a JSON object
  text    TEXT NOT NULL,
  -- the version of the record that the writer saw; 0 for a new one
  version INTEGER NOT NULL CHECK (version >= 0),
  at      INTEGER NOT NULL,
  PRIMARY KEY (who, form, session)
) STRICT, WITHOUT ROWID
--- table import import
CREATE TABLE import (
  batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
  -- what was imported
  target   TEXT NOT NULL CHECK (target IN ('needs', 'reviews', 'people', 'activities')),
  -- the name of the file without its folder; '-': standard input
  file     TEXT NOT NULL CHECK (file <> ''),
  -- SHA-256 of its bytes, hexadecimal
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  -- the meaning of its columns, in TOML
  mapping  TEXT NOT NULL,
  -- how many rows were read, and how many records were added or changed
  rows     INTEGER NOT NULL CHECK (rows >= 0),
  written  INTEGER NOT NULL CHECK (written >= 0)
) STRICT
--- table last_visit last_visit
CREATE TABLE last_visit (
  id      INTEGER PRIMARY KEY,
  -- as in batch.who
  who     TEXT NOT NULL UNIQUE CHECK (who <> ''),
  -- the screen, its order and its columns, as saved_view has them
  screen  TEXT NOT NULL,
  sort    TEXT NOT NULL,
  columns TEXT NOT NULL,
  -- the last change seen, 0 before the first, and the moment when the person left; NULL: not left yet
  change  INTEGER CHECK (change >= 0),
  at      INTEGER,
  CHECK ((change IS NULL) = (at IS NULL))
) STRICT
--- table membership membership
CREATE TABLE membership (
  state_id INTEGER NOT NULL REFERENCES state (id),
  grp      TEXT NOT NULL CHECK (grp IN ('ldc', 'lldc', 'sids')),
  -- YYYY, YYYY-MM or YYYY-MM-DD, counting from the last day that it may mean; NULL: not stated, from the beginning on
  since    TEXT
    CHECK (length(since) IN (4, 7, 10)
         AND since || substr('-01-01', length(since) - 3) IS date(since || substr('-01-01', length(since) - 3))),
  -- the date on which the State left the group; NULL: it has not
  until    TEXT
    CHECK (length(until) IN (4, 7, 10)
         AND until || substr('-01-01', length(until) - 3) IS date(until || substr('-01-01', length(until) - 3))),
  CHECK (since < until)
) STRICT
--- table meta meta
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--- table name name
CREATE TABLE name (
  kind     TEXT NOT NULL CHECK (kind IN ('state', 'person', 'organisation', 'activity', 'platform', 'theme',
                                         'document', 'category', 'article', 'area', 'priority')),
  record   INTEGER NOT NULL,
  field    TEXT NOT NULL CHECK (field IN ('name', 'post', 'title', 'role', 'description', 'date', 'programme',
                                          'outcome')),
  -- 'und': not stated, as of a theme that somebody has made by typing its name
  language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  text     TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (kind, record, field, language)
) STRICT, WITHOUT ROWID
--- table need need
CREATE TABLE need (
  id            INTEGER PRIMARY KEY,
  category_id   INTEGER REFERENCES category (id),
  text          TEXT NOT NULL CHECK (text <> ''),
  -- the language of the text: en, zh, fr, es, ru, ar
  document      TEXT NOT NULL DEFAULT '',
  paragraph     TEXT NOT NULL DEFAULT '',
  priority      TEXT CHECK (priority IN ('high', 'medium', 'low')),
  horizon       TEXT CHECK (horizon IN ('current', 'projected')),
  response      TEXT CHECK (response IN ('unmet', 'planned', 'under way', 'met', 'withdrawn')),
  focal_point_id INTEGER REFERENCES person (id),
  notes         TEXT NOT NULL DEFAULT '',
  -- 1 at first, one more with every write; a writer says which version it saw
  version       INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  -- the moment of the last change, NULL before the first; kept here because every list sorts by it
  changed_at    INTEGER
, language TEXT NOT NULL DEFAULT 'und'
  CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'), projected_on TEXT CHECK (projected_on IS date(projected_on)), duplicate_of INTEGER REFERENCES need (id) CHECK (duplicate_of <> id), review_id INTEGER REFERENCES review (id), state_id INTEGER REFERENCES state (id), identified_on TEXT
  CHECK (length(identified_on) IN (4, 7, 10)
         AND identified_on || substr('-01-01', length(identified_on) - 3) IS date(identified_on || substr('-01-01', length(identified_on) - 3))), source TEXT NOT NULL DEFAULT 'review'
  CHECK (source IN ('review', 'self-assessment', 'state-report', 'direct-request'))
  CHECK ((source = 'review') = (review_id IS NOT NULL)), rank INTEGER CHECK (rank BETWEEN 1 AND 65535), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)), merged_into INTEGER REFERENCES need (id)
  CHECK (merged_into IS NULL OR void = 1 AND merged_into <> id)) STRICT
--- table need_activity need_activity
CREATE TABLE "need_activity" (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  need_id     INTEGER NOT NULL REFERENCES need (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  extent      TEXT NOT NULL DEFAULT 'fully' CHECK (extent IN ('fully', 'partly', 'planned')),
  -- who made it, and when; '' and NULL: not recorded
  who         TEXT NOT NULL DEFAULT '',
  at          INTEGER,
  note        TEXT NOT NULL DEFAULT '',
  origin      TEXT NOT NULL DEFAULT 'recorded'
    CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), uuid BLOB CHECK (length(uuid) = 16), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  UNIQUE (need_id, activity_id)
) STRICT
--- table need_article need_article
CREATE TABLE need_article (
  need_id INTEGER NOT NULL REFERENCES need (id),
  article INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (need_id, article)
) STRICT, WITHOUT ROWID
--- table need_chapter need_chapter
CREATE TABLE need_chapter (
  need_id INTEGER NOT NULL REFERENCES need (id),
  chapter INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (need_id, chapter)
) STRICT, WITHOUT ROWID
--- table need_document need_document
CREATE TABLE need_document (
  need_id     INTEGER PRIMARY KEY REFERENCES need (id),
  document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT
--- table need_theme need_theme
CREATE TABLE need_theme (
  need_id  INTEGER NOT NULL REFERENCES need (id),
  theme_id INTEGER NOT NULL REFERENCES theme (id),
  PRIMARY KEY (need_id, theme_id)
) STRICT, WITHOUT ROWID
--- table organisation organisation
CREATE TABLE organisation (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  kind    TEXT NOT NULL, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table overlap overlap
CREATE TABLE overlap (
  id        INTEGER PRIMARY KEY,
  first_id  INTEGER NOT NULL REFERENCES activity (id),
  second_id INTEGER NOT NULL REFERENCES activity (id),
  mark      TEXT NOT NULL CHECK (mark IN ('coordinated', 'real', 'none')),
  -- the person's reason; '': none was given
  why       TEXT NOT NULL DEFAULT '',
  -- what both activities said of their periods, States, articles, providers and statuses as the mark was made, a line
  -- each; '': not recorded
  facts     TEXT NOT NULL DEFAULT '',
  -- who made it, as in batch.who, and when; '' and NULL: not recorded
  who       TEXT NOT NULL DEFAULT '',
  at        INTEGER,
  uuid      BLOB CHECK (length(uuid) = 16),
  origin    TEXT NOT NULL DEFAULT 'recorded' CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')),
  version   INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  void      INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT
--- table person person
CREATE TABLE person (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
  kind    TEXT NOT NULL CHECK (kind IN ('focal point', 'adviser', 'officer')),
  state_id INTEGER REFERENCES state (id) DEFERRABLE INITIALLY DEFERRED
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)), since TEXT, until TEXT, role TEXT
  CHECK (role IN ('reader', 'focal-point', 'adviser', 'officer', 'administrator')), sees TEXT CHECK (sees IN ('everything', 'own-state', 'no-names'))) STRICT
--- table person_key person_key
CREATE TABLE person_key (
  person_id INTEGER NOT NULL REFERENCES person (id),
  key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID
--- table platform platform
CREATE TABLE platform (
  id              INTEGER PRIMARY KEY,
  code            TEXT NOT NULL UNIQUE CHECK (code <> ''),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  activity_id     INTEGER REFERENCES activity (id)
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table platform_priority platform_priority
CREATE TABLE platform_priority (
  id          INTEGER PRIMARY KEY,
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  -- 1 comes first; NULL: the members have not ranked it
  rank        INTEGER CHECK (rank > 0)
) STRICT
--- table platform_priority_article platform_priority_article
CREATE TABLE platform_priority_article (
  priority_id INTEGER NOT NULL REFERENCES platform_priority (id),
  article     INTEGER NOT NULL REFERENCES article (number),
  PRIMARY KEY (priority_id, article)
) STRICT, WITHOUT ROWID
--- table platform_priority_theme platform_priority_theme
CREATE TABLE platform_priority_theme (
  priority_id INTEGER NOT NULL REFERENCES platform_priority (id),
  -- the theme's English name: themes of a platform need not be themes of a need
  theme       TEXT NOT NULL CHECK (theme <> ''),
  PRIMARY KEY (priority_id, theme)
) STRICT, WITHOUT ROWID
--- table platform_state platform_state
CREATE TABLE platform_state (
  platform_id INTEGER NOT NULL REFERENCES platform (id),
  state_id    INTEGER NOT NULL REFERENCES state (id),
  PRIMARY KEY (platform_id, state_id)
) STRICT, WITHOUT ROWID
--- table presence presence
CREATE TABLE presence (
  -- one running program
  session INTEGER PRIMARY KEY,
  who     TEXT NOT NULL CHECK (who <> ''),
  need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
  -- the moment up to which the row holds
  until   INTEGER NOT NULL
) STRICT
--- table reach reach
CREATE TABLE reach (
  id       INTEGER PRIMARY KEY,
  what     TEXT NOT NULL CHECK (what IN ('events', 'people', 'states', 'ldcs')),
  number   INTEGER NOT NULL CHECK (number >= 0),
  at_least INTEGER NOT NULL CHECK (at_least IN (0, 1))
) STRICT
--- table recommendation recommendation
CREATE TABLE recommendation (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  need_id   INTEGER NOT NULL REFERENCES need (id),
  text      TEXT NOT NULL CHECK (text <> ''),
  language  TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  document  TEXT NOT NULL DEFAULT '',
  paragraph TEXT NOT NULL DEFAULT ''
) STRICT
--- table review review
CREATE TABLE review (
  id       INTEGER PRIMARY KEY,
  state_id INTEGER NOT NULL REFERENCES state (id),
  cycle    INTEGER NOT NULL CHECK (cycle IN (1, 2)),
  -- whether stakeholders outside government took part (paragraph 84 of the note); NULL: not stated
  stakeholders INTEGER CHECK (stakeholders IN (0, 1)),
  reviewer1_id INTEGER REFERENCES state (id),
  reviewer2_id INTEGER REFERENCES state (id), civil_society INTEGER CHECK (civil_society IN (0, 1)), private_sector INTEGER CHECK (private_sector IN (0, 1)), academia INTEGER CHECK (academia IN (0, 1)), media INTEGER CHECK (media IN (0, 1))
  CHECK (stakeholders IS NOT 0
         OR coalesce(civil_society, 0) + coalesce(private_sector, 0) + coalesce(academia, 0) + coalesce(media, 0) = 0), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  UNIQUE (state_id, cycle),
  CHECK (reviewer1_id <> state_id AND reviewer2_id <> state_id AND reviewer1_id <> reviewer2_id)
) STRICT
--- table review_step review_step
CREATE TABLE "review_step" (
  review_id INTEGER NOT NULL REFERENCES review (id),
  step      TEXT NOT NULL CHECK (step IN ('started', 'self-assessment', 'desk-review',
                                          'direct-dialogue', 'executive-summary', 'country-report')),
  -- YYYY, YYYY-MM or YYYY-MM-DD; it counts from the last day that it may mean
  on_date   TEXT NOT NULL
    CHECK (length(on_date) IN (4, 7, 10)
         AND on_date || substr('-01-01', length(on_date) - 3) IS date(on_date || substr('-01-01', length(on_date) - 3))),
  -- for the direct dialogue: how it was held
  dialogue  TEXT CHECK (dialogue IN ('country visit', 'joint meeting')),
  PRIMARY KEY (review_id, step),
  CHECK (dialogue IS NULL OR step = 'direct-dialogue')
) STRICT, WITHOUT ROWID
--- table saved_view saved_view
CREATE TABLE "saved_view" (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- whose view, as in batch.who; NULL: everybody's
  owner    TEXT CHECK (owner <> ''),
  screen   TEXT NOT NULL,
  filter   TEXT NOT NULL,
  sort     TEXT NOT NULL DEFAULT '',
  columns  TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '',
  measure  TEXT NOT NULL DEFAULT 'needs' CHECK (measure IN ('needs', 'states', 'reviews')),
  key      TEXT NOT NULL DEFAULT ''
, version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported'))) STRICT
--- table session session
CREATE TABLE session (
  id    INTEGER PRIMARY KEY,
  who   TEXT NOT NULL CHECK (who <> ''),
  role  TEXT NOT NULL,
  -- the fingerprint of the key by which it came; NULL: not known
  key   TEXT CHECK (key <> ''),
  since INTEGER NOT NULL,
  -- the moment up to which the row holds
  until INTEGER NOT NULL,
  -- who has ended it; NULL: it goes on
  ended TEXT CHECK (ended <> '')
) STRICT
--- table setting setting
CREATE TABLE setting (
  name    TEXT PRIMARY KEY CHECK (name <> ''),
  value   TEXT NOT NULL,
  -- raised by every change
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), id INTEGER NOT NULL DEFAULT 0,
  -- a number of days in figures, from 1 to 3,650
  CHECK (name <> 'overdue-days' OR (value = CAST(CAST(value AS INTEGER) AS TEXT)
                                    AND CAST(value AS INTEGER) BETWEEN 1 AND 3650))
) STRICT, WITHOUT ROWID
--- table spelling spelling
CREATE TABLE spelling (
  id       INTEGER PRIMARY KEY,
  state_id INTEGER NOT NULL REFERENCES state (id),
  -- 'und': written alike in several
  language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
  text     TEXT NOT NULL CHECK (text <> ''),
  -- 'ask': it can mean another State, so that it is proposed and not taken for this one
  status   TEXT NOT NULL CHECK (status IN ('official', 'former', 'common', 'ask')),
  -- whether lists show it among the State's other names
  listed   INTEGER NOT NULL CHECK (listed IN (0, 1)),
  UNIQUE (state_id, text)
) STRICT
--- table sqlite_sequence sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq)
--- table state state
CREATE TABLE state (
  id      INTEGER PRIMARY KEY,
  iso2    TEXT UNIQUE,
  iso3    TEXT UNIQUE,
  kind    TEXT NOT NULL CHECK (kind IN ('state', 'observer', 'organization', 'unnamed')),
  party   INTEGER NOT NULL CHECK (party IN (0, 1)),
  party_since TEXT CHECK (party_since IS date(party_since)),
  region  TEXT CHECK (region IN ('AFR', 'APAC', 'EEG', 'GRULAC', 'WEOG')),
  adviser_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
, uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table tally tally
CREATE TABLE tally (
  -- 0 for needs outside the reviews
  review_id INTEGER NOT NULL,
  -- 0 for needs of a review, whose State is that of the review
  state_id  INTEGER NOT NULL,
  source    TEXT NOT NULL,
  -- bit 0 for chapter II … bit 4 for chapter VI; 0: none
  chapters  INTEGER NOT NULL CHECK (chapters BETWEEN 0 AND 31),
  needs     INTEGER NOT NULL CHECK (needs >= 0),
  -- how many articles these needs touch, a need with two counted twice
  articles  INTEGER NOT NULL CHECK (articles >= 0),
  PRIMARY KEY (review_id, state_id, source, chapters),
  CHECK ((review_id = 0) = (state_id <> 0))
) STRICT, WITHOUT ROWID
--- table theme theme
CREATE TABLE theme (
  id      INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''), uuid BLOB CHECK (length(uuid) = 16), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('published', 'illustrative', 'recorded', 'imported')), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))) STRICT
--- table unlogged unlogged
CREATE TABLE unlogged (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT
--- trigger activity_uuid_given activity
CREATE TRIGGER activity_uuid_given AFTER INSERT ON activity WHEN new.uuid IS NULL
BEGIN
  UPDATE activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger activity_uuid_stays activity
CREATE TRIGGER activity_uuid_stays BEFORE UPDATE OF uuid, origin ON activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger batch_is_final batch
CREATE TRIGGER batch_is_final BEFORE UPDATE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger batch_stays batch
CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger change_is_final change
CREATE TRIGGER change_is_final BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger change_stays change
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger comment_uuid_given comment
CREATE TRIGGER comment_uuid_given AFTER INSERT ON comment WHEN new.uuid IS NULL
BEGIN
  UPDATE comment SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger comment_uuid_stays comment
CREATE TRIGGER comment_uuid_stays BEFORE UPDATE OF uuid, origin ON comment
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger document_uuid_given document
CREATE TRIGGER document_uuid_given AFTER INSERT ON document WHEN new.uuid IS NULL
BEGIN
  UPDATE document SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger document_uuid_stays document
CREATE TRIGGER document_uuid_stays BEFORE UPDATE OF uuid, origin ON document
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger import_is_final import
CREATE TRIGGER import_is_final BEFORE UPDATE ON import
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger import_stays import
CREATE TRIGGER import_stays BEFORE DELETE ON import
BEGIN SELECT raise(ABORT, 'the change log is append-only'); END
--- trigger need_activity_uuid_given need_activity
CREATE TRIGGER need_activity_uuid_given AFTER INSERT ON need_activity WHEN new.uuid IS NULL
BEGIN
  UPDATE need_activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE need_id = new.need_id AND activity_id = new.activity_id;
END
--- trigger need_activity_uuid_stays need_activity
CREATE TRIGGER need_activity_uuid_stays BEFORE UPDATE OF uuid, origin ON need_activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger need_category need
CREATE TRIGGER need_category BEFORE UPDATE OF category_id, review_id ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END
--- trigger need_category_in need
CREATE TRIGGER need_category_in BEFORE INSERT ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END
--- trigger need_state need
CREATE TRIGGER need_state BEFORE UPDATE OF state_id, review_id ON need
WHEN new.state_id IS NULL
  OR new.review_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END
--- trigger need_state_in need
CREATE TRIGGER need_state_in BEFORE INSERT ON need
WHEN new.review_id IS NULL AND new.state_id IS NULL
  OR new.review_id IS NOT NULL AND new.state_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END
--- trigger need_state_of_review need
CREATE TRIGGER need_state_of_review AFTER INSERT ON need
WHEN new.state_id IS NULL
BEGIN
  UPDATE need SET state_id = (SELECT state_id FROM review WHERE id = new.review_id) WHERE id = new.id;
END
--- trigger need_uuid_given need
CREATE TRIGGER need_uuid_given AFTER INSERT ON need WHEN new.uuid IS NULL
BEGIN
  UPDATE need SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger need_uuid_stays need
CREATE TRIGGER need_uuid_stays BEFORE UPDATE OF uuid, origin ON need
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger organisation_uuid_given organisation
CREATE TRIGGER organisation_uuid_given AFTER INSERT ON organisation WHEN new.uuid IS NULL
BEGIN
  UPDATE organisation SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger organisation_uuid_stays organisation
CREATE TRIGGER organisation_uuid_stays BEFORE UPDATE OF uuid, origin ON organisation
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger overlap_uuid_given overlap
CREATE TRIGGER overlap_uuid_given AFTER INSERT ON overlap WHEN new.uuid IS NULL
BEGIN
  UPDATE overlap SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger overlap_uuid_stays overlap
CREATE TRIGGER overlap_uuid_stays BEFORE UPDATE OF uuid, origin ON overlap
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger person_uuid_given person
CREATE TRIGGER person_uuid_given AFTER INSERT ON person WHEN new.uuid IS NULL
BEGIN
  UPDATE person SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger person_uuid_stays person
CREATE TRIGGER person_uuid_stays BEFORE UPDATE OF uuid, origin ON person
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger platform_uuid_given platform
CREATE TRIGGER platform_uuid_given AFTER INSERT ON platform WHEN new.uuid IS NULL
BEGIN
  UPDATE platform SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger platform_uuid_stays platform
CREATE TRIGGER platform_uuid_stays BEFORE UPDATE OF uuid, origin ON platform
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger review_state review
CREATE TRIGGER review_state AFTER UPDATE OF state_id ON review
WHEN new.state_id <> old.state_id
BEGIN UPDATE need SET state_id = new.state_id WHERE review_id = new.id; END
--- trigger review_uuid_given review
CREATE TRIGGER review_uuid_given AFTER INSERT ON review WHEN new.uuid IS NULL
BEGIN
  UPDATE review SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger review_uuid_stays review
CREATE TRIGGER review_uuid_stays BEFORE UPDATE OF uuid, origin ON review
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger saved_view_uuid_given saved_view
CREATE TRIGGER saved_view_uuid_given AFTER INSERT ON saved_view WHEN new.uuid IS NULL
BEGIN
  UPDATE saved_view SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger saved_view_uuid_stays saved_view
CREATE TRIGGER saved_view_uuid_stays BEFORE UPDATE OF uuid, origin ON saved_view
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger state_uuid_given state
CREATE TRIGGER state_uuid_given AFTER INSERT ON state WHEN new.uuid IS NULL
BEGIN
  UPDATE state SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger state_uuid_stays state
CREATE TRIGGER state_uuid_stays BEFORE UPDATE OF uuid, origin ON state
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger tally_article_added need_article
CREATE TRIGGER tally_article_added AFTER INSERT ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles + 1 - (SELECT articles FROM need_tally WHERE id = new.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id AND l.article <> new.article)
                   | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = new.need_id);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_gone need_article
CREATE TRIGGER tally_article_gone AFTER DELETE ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - 1 - (SELECT articles FROM need_tally WHERE id = old.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = old.need_id)
      AND chapters = (SELECT chapters FROM need_tally WHERE id = old.need_id)
                   | coalesce((SELECT 1 << (chapter - 2) FROM article WHERE number = old.article), 0);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_article_stays need_article
CREATE TRIGGER tally_article_stays BEFORE UPDATE ON need_article
BEGIN SELECT raise(ABORT, 'an article of a need is removed and added, not changed'); END
--- trigger tally_chapter_added need_chapter
CREATE TRIGGER tally_chapter_added AFTER INSERT ON need_chapter
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = new.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id)
                   | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter
                      WHERE need_id = new.need_id AND chapter <> new.chapter);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_chapter_gone need_chapter
CREATE TRIGGER tally_chapter_gone AFTER DELETE ON need_chapter
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = old.need_id)
    WHERE (review_id, state_id, source)
        = (SELECT review_id, state_id, source FROM need_tally WHERE id = old.need_id)
      AND chapters = (SELECT chapters FROM need_tally WHERE id = old.need_id) | (1 << (old.chapter - 2));
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger tally_chapter_stays need_chapter
CREATE TRIGGER tally_chapter_stays BEFORE UPDATE ON need_chapter
BEGIN SELECT raise(ABORT, 'a chapter of a need is removed and added, not changed'); END
--- trigger tally_need_added need
CREATE TRIGGER tally_need_added AFTER INSERT ON need WHEN new.void = 0
BEGIN
  INSERT INTO tally VALUES (coalesce(new.review_id, 0), CASE WHEN new.review_id IS NULL THEN new.state_id ELSE 0 END,
                            new.source, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END
--- trigger tally_need_gone need
CREATE TRIGGER tally_need_gone AFTER DELETE ON need WHEN old.void = 0
BEGIN
  UPDATE tally SET needs = needs - 1
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = 0;
END
--- trigger tally_need_moved need
CREATE TRIGGER tally_need_moved AFTER UPDATE OF review_id, state_id, source, void ON need
WHEN old.review_id IS NOT new.review_id OR old.source <> new.source OR old.void <> new.void
  OR new.review_id IS NULL AND old.state_id <> new.state_id
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_chapters WHERE id = new.id)
    WHERE old.void = 0 AND review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = (SELECT chapters FROM need_chapters WHERE id = new.id);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END
--- trigger theme_uuid_given theme
CREATE TRIGGER theme_uuid_given AFTER INSERT ON theme WHEN new.uuid IS NULL
BEGIN
  UPDATE theme SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END
--- trigger theme_uuid_stays theme
CREATE TRIGGER theme_uuid_stays BEFORE UPDATE OF uuid, origin ON theme
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END
--- trigger unlogged_activity need_activity
CREATE TRIGGER unlogged_activity AFTER UPDATE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_activity_in need_activity
CREATE TRIGGER unlogged_activity_in AFTER INSERT ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_activity_out need_activity
CREATE TRIGGER unlogged_activity_out AFTER DELETE ON need_activity
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_article_in need_article
CREATE TRIGGER unlogged_article_in AFTER INSERT ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_article_out need_article
CREATE TRIGGER unlogged_article_out AFTER DELETE ON need_article
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_chapter_in need_chapter
CREATE TRIGGER unlogged_chapter_in AFTER INSERT ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_chapter_out need_chapter
CREATE TRIGGER unlogged_chapter_out AFTER DELETE ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_document need_document
CREATE TRIGGER unlogged_document AFTER UPDATE ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_document_in need_document
CREATE TRIGGER unlogged_document_in AFTER INSERT ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_document_out need_document
CREATE TRIGGER unlogged_document_out AFTER DELETE ON need_document
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need need
CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, state_id, source, rank, category_id, text, language, document,
  paragraph, identified_on, void ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need_in need
CREATE TRIGGER unlogged_need_in AFTER INSERT ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_need_out need
CREATE TRIGGER unlogged_need_out AFTER DELETE ON need
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_recommendation recommendation
CREATE TRIGGER unlogged_recommendation AFTER UPDATE ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_recommendation_in recommendation
CREATE TRIGGER unlogged_recommendation_in AFTER INSERT ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_recommendation_out recommendation
CREATE TRIGGER unlogged_recommendation_out AFTER DELETE ON recommendation
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme need_theme
CREATE TRIGGER unlogged_theme AFTER UPDATE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme_in need_theme
CREATE TRIGGER unlogged_theme_in AFTER INSERT ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- trigger unlogged_theme_out need_theme
CREATE TRIGGER unlogged_theme_out AFTER DELETE ON need_theme
BEGIN UPDATE unlogged SET number = number + 1; END
--- view activities_readable activities_readable
CREATE VIEW activities_readable AS
  SELECT a.id AS number,
         a.code,
         a.kind,
         a.level,
         a.status,
         (SELECT text FROM english WHERE kind = 'activity' AND record = a.id AND field = 'title') AS title,
         (SELECT text FROM english WHERE kind = 'activity' AND record = a.id AND field = 'description') AS description,
         -- The code of an activity, or the name of what is none.
         coalesce((SELECT code FROM activity WHERE id = a.programme_id),
                  (SELECT text FROM english WHERE kind = 'activity' AND record = a.id AND field = 'programme'))
           AS programme,
         (SELECT text FROM english WHERE kind = 'organisation' AND record = a.reporting_id AND field = 'name')
           AS reporting,
         nullif(a.region_text, '') AS regions,
         nullif(a.place, '') AS place,
         a.starts_on,
         a.starts_as,
         a.ends_on,
         a.ends_as,
         (SELECT text FROM english WHERE kind = 'activity' AND record = a.id AND field = 'date') AS dates_in_words,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_state l
                JOIN english e ON e.kind = 'state' AND e.record = l.state_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'helped' ORDER BY e.text)) AS states_helped,
         a.unnamed_states,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_state l
                JOIN english e ON e.kind = 'state' AND e.record = l.state_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'host' ORDER BY e.text)) AS hosts,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_state l
                JOIN english e ON e.kind = 'state' AND e.record = l.state_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'provider' ORDER BY e.text)) AS provider_states,
         (SELECT group_concat(article, ', ')
          FROM (SELECT article FROM activity_article WHERE activity_id = a.id ORDER BY article)) AS articles,
         (SELECT group_concat(numeral, ', ')
          FROM (SELECT CASE chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V'
                                    ELSE 'VI' END AS numeral
                FROM activity_chapter WHERE activity_id = a.id ORDER BY chapter)) AS chapters,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_organisation l
                JOIN english e ON e.kind = 'organisation' AND e.record = l.organisation_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'provider' ORDER BY e.text)) AS providers,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_organisation l
                JOIN english e ON e.kind = 'organisation' AND e.record = l.organisation_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'partner' ORDER BY e.text)) AS partners,
         (SELECT group_concat(text, '; ')
          FROM (SELECT e.text FROM activity_organisation l
                JOIN english e ON e.kind = 'organisation' AND e.record = l.organisation_id AND e.field = 'name'
                WHERE l.activity_id = a.id AND l.role = 'donor' ORDER BY e.text)) AS donors,
         nullif(a.themes, '') AS themes,
         nullif(a.participants, '') AS participants,
         -- Numbers, which of them are lower bounds, and which other activities they are of as well.
         (SELECT r.number FROM activity_reach l JOIN reach r ON r.id = l.reach_id
          WHERE l.activity_id = a.id AND r.what = 'events' ORDER BY r.id LIMIT 1) AS events,
         (SELECT r.number FROM activity_reach l JOIN reach r ON r.id = l.reach_id
          WHERE l.activity_id = a.id AND r.what = 'people' ORDER BY r.id LIMIT 1) AS people,
         (SELECT r.number FROM activity_reach l JOIN reach r ON r.id = l.reach_id
          WHERE l.activity_id = a.id AND r.what = 'states' ORDER BY r.id LIMIT 1) AS states_covered,
         (SELECT r.number FROM activity_reach l JOIN reach r ON r.id = l.reach_id
          WHERE l.activity_id = a.id AND r.what = 'ldcs' ORDER BY r.id LIMIT 1) AS ldcs_covered,
         (SELECT group_concat(what, ', ')
          FROM (SELECT r.what FROM activity_reach l JOIN reach r ON r.id = l.reach_id
                WHERE l.activity_id = a.id AND r.at_least = 1 ORDER BY r.id)) AS at_least,
         (SELECT group_concat(code, '; ')
          FROM (SELECT DISTINCT o.code FROM activity_reach l
                JOIN activity_reach other ON other.reach_id = l.reach_id AND other.activity_id <> a.id
                JOIN activity o ON o.id = other.activity_id
                WHERE l.activity_id = a.id AND o.void = 0 ORDER BY o.code)) AS counted_with,
         (SELECT group_concat(line, '; ')
          FROM (SELECT coalesce(currency || ' ' || amount, 'not stated')
                       || coalesce(' (' || (SELECT text FROM english WHERE kind = 'organisation'
                                            AND record = m.organisation_id AND field = 'name') || ')', '') AS line
                FROM activity_money m WHERE m.activity_id = a.id AND m.stage = 'sought' ORDER BY m.id))
           AS money_sought,
         (SELECT group_concat(line, '; ')
          FROM (SELECT coalesce(currency || ' ' || amount, 'not stated')
                       || coalesce(' (' || (SELECT text FROM english WHERE kind = 'organisation'
                                            AND record = m.organisation_id AND field = 'name') || ')', '') AS line
                FROM activity_money m WHERE m.activity_id = a.id AND m.stage = 'pledged' ORDER BY m.id))
           AS money_pledged,
         (SELECT group_concat(line, '; ')
          FROM (SELECT coalesce(currency || ' ' || amount, 'not stated')
                       || coalesce(' (' || (SELECT text FROM english WHERE kind = 'organisation'
                                            AND record = m.organisation_id AND field = 'name') || ')', '') AS line
                FROM activity_money m WHERE m.activity_id = a.id AND m.stage = 'received' ORDER BY m.id))
           AS money_received,
         (SELECT group_concat(target, ', ')
          FROM (SELECT target FROM activity_sdg WHERE activity_id = a.id
                ORDER BY CAST(target AS INTEGER), target)) AS sdg_targets,
         (SELECT text FROM english WHERE kind = 'activity' AND record = a.id AND field = 'outcome') AS outcome,
         (SELECT count(*) FROM need_activity l WHERE l.activity_id = a.id AND l.void = 0) AS needs_matched,
         a.document,
         a.paragraph,
         nullif(a.uncertainty, '') AS uncertainty,
         a.origin,
         lower(substr(hex(a.uuid), 1, 8) || '-' || substr(hex(a.uuid), 9, 4) || '-' || substr(hex(a.uuid), 13, 4)
               || '-' || substr(hex(a.uuid), 17, 4) || '-' || substr(hex(a.uuid), 21)) AS uuid
  FROM activity a
  WHERE a.void = 0
--- view changes_readable changes_readable
CREATE VIEW changes_readable AS
  SELECT c.id AS number,
         strftime('%Y-%m-%dT%H:%M:%SZ', b.at, 'unixepoch') AS at,
         b.who,
         b.key,
         nullif(b.note, '') AS note,
         c.batch_id AS write,
         b.undoes,
         c.kind,
         c.record,
         (SELECT text FROM english WHERE kind = 'state' AND record = s.id AND field = 'name') AS state,
         c.field,
         c.before,
         c.after,
         c.version
  FROM change c
  JOIN batch b ON b.id = c.batch_id
  LEFT JOIN need n ON c.kind = 'need' AND n.id = c.record
  LEFT JOIN state s ON s.id = n.state_id
--- view comments_readable comments_readable
CREATE VIEW comments_readable AS
  SELECT c.id AS number,
         c.need_id AS need,
         (SELECT text FROM english WHERE kind = 'state' AND record = n.state_id AND field = 'name') AS state,
         b.who,
         strftime('%Y-%m-%dT%H:%M:%SZ', b.at, 'unixepoch') AS at,
         c.text,
         c.origin,
         lower(substr(hex(c.uuid), 1, 8) || '-' || substr(hex(c.uuid), 9, 4) || '-' || substr(hex(c.uuid), 13, 4)
               || '-' || substr(hex(c.uuid), 17, 4) || '-' || substr(hex(c.uuid), 21)) AS uuid
  FROM comment c
  JOIN need n ON n.id = c.need_id
  -- Who wrote a comment, and when, is what the log says of its first line.
  LEFT JOIN batch b ON b.id = (SELECT min(batch_id) FROM change WHERE kind <> 'need' AND kind = 'comment'
                               AND record = c.id)
  WHERE c.void = 0 AND n.void = 0
--- view english english
CREATE VIEW english AS SELECT kind, record, field, text FROM name WHERE language = 'en'
--- view need_chapters need_chapters
CREATE VIEW need_chapters AS
  SELECT n.id,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n
--- view need_tally need_tally
CREATE VIEW need_tally AS
  SELECT n.id, coalesce(n.review_id, 0) AS review_id,
         CASE WHEN n.review_id IS NULL THEN n.state_id ELSE 0 END AS state_id, n.source,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n WHERE n.void = 0
--- view needs_readable needs_readable
CREATE VIEW needs_readable AS
  SELECT n.id AS number,
         (SELECT text FROM english WHERE kind = 'state' AND record = s.id AND field = 'name') AS state,
         s.iso3,
         CASE s.region WHEN 'AFR' THEN 'African' WHEN 'APAC' THEN 'Asia-Pacific' WHEN 'EEG' THEN 'Eastern European'
                       WHEN 'GRULAC' THEN 'Latin American and Caribbean'
                       WHEN 'WEOG' THEN 'Western European and others' END AS region,
         r.cycle,
         n.review_id AS review,
         n.source,
         n.rank,
         (SELECT group_concat(numeral, ', ')
          FROM (SELECT CASE chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V'
                                    ELSE 'VI' END AS numeral
                FROM (SELECT a.chapter FROM need_article l JOIN article a ON a.number = l.article
                      WHERE l.need_id = n.id
                      UNION SELECT chapter FROM need_chapter WHERE need_id = n.id) ORDER BY chapter)) AS chapters,
         (SELECT group_concat(article, ', ')
          FROM (SELECT article FROM need_article WHERE need_id = n.id ORDER BY article)) AS articles,
         (SELECT text FROM english WHERE kind = 'category' AND record = c.id AND field = 'name') AS category,
         (SELECT group_concat(code, '; ')
          FROM (SELECT t.code FROM need_theme l JOIN theme t ON t.id = l.theme_id WHERE l.need_id = n.id
                ORDER BY t.code)) AS themes,
         n.priority,
         n.horizon,
         n.response,
         (SELECT text FROM english WHERE kind = 'person' AND record = p.id AND field = 'post') AS focal_point,
         n.identified_on,
         n.projected_on,
         n.duplicate_of,
         n.text,
         n.language,
         nullif(n.document, '') AS document,
         nullif(n.paragraph, '') AS paragraph,
         nullif(n.notes, '') AS notes,
         (SELECT group_concat(line, char(10))
          FROM (SELECT text || CASE WHEN document <> '' AND paragraph <> ''
                                    THEN ' (' || document || ', ' || paragraph || ')'
                                    WHEN document || paragraph <> '' THEN ' (' || document || paragraph || ')'
                                    ELSE '' END AS line
                FROM recommendation WHERE need_id = n.id ORDER BY id)) AS recommendations,
         (SELECT group_concat(code, '; ')
          FROM (SELECT a.code FROM need_activity l JOIN activity a ON a.id = l.activity_id
                WHERE l.need_id = n.id AND l.void = 0
                ORDER BY a.code)) AS activities,
         n.version,
         strftime('%Y-%m-%dT%H:%M:%SZ', n.changed_at, 'unixepoch') AS changed_at,
         n.origin,
         lower(substr(hex(n.uuid), 1, 8) || '-' || substr(hex(n.uuid), 9, 4) || '-' || substr(hex(n.uuid), 13, 4)
               || '-' || substr(hex(n.uuid), 17, 4) || '-' || substr(hex(n.uuid), 21)) AS uuid
  FROM need n
  LEFT JOIN review r ON r.id = n.review_id
  JOIN state s ON s.id = n.state_id
  LEFT JOIN category c ON c.id = n.category_id
  LEFT JOIN person p ON p.id = n.focal_point_id
  WHERE n.void = 0
--- view overlaps_readable overlaps_readable
CREATE VIEW overlaps_readable AS
  SELECT o.id AS number,
         a.code AS first,
         b.code AS second,
         o.mark,
         nullif(o.why, '') AS why,
         nullif(o.who, '') AS who,
         strftime('%Y-%m-%dT%H:%M:%SZ', o.at, 'unixepoch') AS at,
         nullif(o.facts, '') AS facts,
         o.origin,
         lower(substr(hex(o.uuid), 1, 8) || '-' || substr(hex(o.uuid), 9, 4) || '-' || substr(hex(o.uuid), 13, 4)
               || '-' || substr(hex(o.uuid), 17, 4) || '-' || substr(hex(o.uuid), 21)) AS uuid
  FROM overlap o
  JOIN activity a ON a.id = o.first_id
  JOIN activity b ON b.id = o.second_id
  WHERE o.void = 0
--- view reviews_readable reviews_readable
CREATE VIEW reviews_readable AS
  SELECT r.id AS number,
         (SELECT text FROM english WHERE kind = 'state' AND record = s.id AND field = 'name') AS state,
         s.iso3,
         CASE s.region WHEN 'AFR' THEN 'African' WHEN 'APAC' THEN 'Asia-Pacific' WHEN 'EEG' THEN 'Eastern European'
                       WHEN 'GRULAC' THEN 'Latin American and Caribbean'
                       WHEN 'WEOG' THEN 'Western European and others' END AS region,
         r.cycle,
         (SELECT text FROM english WHERE kind = 'state' AND record = first.id AND field = 'name') AS reviewing_state_1,
         (SELECT text FROM english WHERE kind = 'state' AND record = second.id AND field = 'name') AS reviewing_state_2,
         CASE r.stakeholders WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS stakeholders,
         CASE r.civil_society WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS civil_society,
         CASE r.private_sector WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS private_sector,
         CASE r.academia WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS academia,
         CASE r.media WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS media,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'started') AS started_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'self-assessment') AS self_assessment_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'desk-review') AS desk_review_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'direct-dialogue') AS direct_dialogue_on,
         (SELECT dialogue FROM review_step WHERE review_id = r.id AND step = 'direct-dialogue') AS dialogue,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'executive-summary')
           AS executive_summary_on,
         (SELECT on_date FROM review_step WHERE review_id = r.id AND step = 'country-report') AS country_report_on,
         (SELECT count(*) FROM need n WHERE n.review_id = r.id AND n.void = 0) AS needs,
         r.origin,
         lower(substr(hex(r.uuid), 1, 8) || '-' || substr(hex(r.uuid), 9, 4) || '-' || substr(hex(r.uuid), 13, 4)
               || '-' || substr(hex(r.uuid), 17, 4) || '-' || substr(hex(r.uuid), 21)) AS uuid
  FROM review r
  JOIN state s ON s.id = r.state_id
  LEFT JOIN state first ON first.id = r.reviewer1_id
  LEFT JOIN state second ON second.id = r.reviewer2_id
  WHERE r.void = 0
--- view tally_now tally_now
CREATE VIEW tally_now AS
  SELECT review_id, state_id, source, chapters, count(*) AS needs, sum(articles) AS articles
  FROM need_tally GROUP BY review_id, state_id, source, chapters
