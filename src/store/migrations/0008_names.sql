-- What records are called, in each language that has a name for them. A record is named by its kind and its number in
-- the table of that kind; an article by its own.
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
) STRICT, WITHOUT ROWID;

INSERT INTO name
SELECT * FROM (
  SELECT 'state' AS kind, id, 'name', 'en', name_en AS text FROM state
  UNION ALL SELECT 'state', id, 'name', 'zh', name_zh FROM state
  UNION ALL SELECT 'category', id, 'name', 'en', name_en FROM category
  UNION ALL SELECT 'category', id, 'name', 'zh', name_zh FROM category
  UNION ALL SELECT 'theme', id, 'name', iif(name_zh = '', 'und', 'en'), name_en FROM theme
  UNION ALL SELECT 'theme', id, 'name', 'zh', name_zh FROM theme
  UNION ALL SELECT 'person', id, 'post', 'en', post_en FROM person
  UNION ALL SELECT 'person', id, 'post', 'zh', post_zh FROM person
  UNION ALL SELECT 'organisation', id, 'name', 'en', name_en FROM organisation
  UNION ALL SELECT 'organisation', id, 'name', 'zh', name_zh FROM organisation
  UNION ALL SELECT 'organisation', id, 'role', 'en', role FROM organisation
  UNION ALL SELECT 'organisation', id, 'role', 'zh', role_zh FROM organisation
  UNION ALL SELECT 'activity', id, 'description', 'en', description FROM activity
  UNION ALL SELECT 'activity', id, 'description', 'zh', description_zh FROM activity
  UNION ALL SELECT 'activity', id, 'date', 'en', date_text FROM activity
  UNION ALL SELECT 'activity', id, 'date', 'zh', date_text_zh FROM activity
  UNION ALL SELECT 'article', number, 'title', 'en', title_en FROM article
  UNION ALL SELECT 'article', number, 'title', 'zh', title_zh FROM article)
WHERE text <> '';

-- Other ways to write the name of a State.
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
) STRICT;

WITH RECURSIVE part (state_id, place, text, rest) AS (
  SELECT id, 0, '', aliases || ';' FROM state
  UNION ALL
  SELECT state_id, place + 1, trim(substr(rest, 1, instr(rest, ';') - 1)), substr(rest, instr(rest, ';') + 1)
  FROM part WHERE rest <> '')
INSERT OR IGNORE INTO spelling (state_id, language, text, status, listed)
SELECT state_id, 'und', text, 'common', 1 FROM part WHERE text <> '' ORDER BY state_id, place;

ALTER TABLE state DROP COLUMN name_en;
ALTER TABLE state DROP COLUMN name_zh;
ALTER TABLE state DROP COLUMN aliases;
ALTER TABLE category DROP COLUMN name_en;
ALTER TABLE category DROP COLUMN name_zh;
ALTER TABLE person DROP COLUMN post_en;
ALTER TABLE person DROP COLUMN post_zh;
ALTER TABLE organisation DROP COLUMN name_en;
ALTER TABLE organisation DROP COLUMN name_zh;
ALTER TABLE organisation DROP COLUMN role;
ALTER TABLE organisation DROP COLUMN role_zh;
ALTER TABLE activity DROP COLUMN description;
ALTER TABLE activity DROP COLUMN description_zh;
ALTER TABLE activity DROP COLUMN date_text;
ALTER TABLE activity DROP COLUMN date_text_zh;
ALTER TABLE article DROP COLUMN title_en;
ALTER TABLE article DROP COLUMN title_zh;
-- By which the change log names a theme: its English name, or the one that it was made with.
ALTER TABLE theme RENAME COLUMN name_en TO code;
ALTER TABLE theme DROP COLUMN name_zh;
