-- A need belongs to a State and, unless the State reported or requested it outside its reviews, to one review.

-- What names the columns that change goes first and is made again below.
DROP VIEW tally_now;
DROP TRIGGER tally_need_added;
DROP TRIGGER tally_need_gone;
DROP TRIGGER tally_need_moved;
DROP TRIGGER tally_article_added;
DROP TRIGGER tally_article_gone;
DROP TRIGGER need_category_in;
DROP TRIGGER need_category;
DROP TRIGGER unlogged_need;
DROP INDEX need_review;

-- Neither NOT NULL nor a CHECK can be taken from a column that is there, so new columns take their places.
ALTER TABLE need RENAME COLUMN review_id TO review_1;
ALTER TABLE need ADD COLUMN review_id INTEGER REFERENCES review (id);
-- Never NULL: triggers fill it in from the review and refuse a need with neither.
ALTER TABLE need ADD COLUMN state_id INTEGER REFERENCES state (id);
-- As precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. It counts from the last day that it may mean.
ALTER TABLE need RENAME COLUMN identified_on TO identified_1;
ALTER TABLE need ADD COLUMN identified_on TEXT
  CHECK (length(identified_on) IN (4, 7, 10)
         AND identified_on || substr('-01-01', length(identified_on) - 3) IS date(identified_on || substr('-01-01', length(identified_on) - 3)));
UPDATE need SET review_id = review_1, identified_on = identified_1,
                state_id = (SELECT state_id FROM review WHERE id = review_1);
ALTER TABLE need DROP COLUMN review_1;
ALTER TABLE need DROP COLUMN identified_1;
-- Where the need comes from: a review, or what the State says of itself or asks for outside its reviews.
ALTER TABLE need ADD COLUMN source TEXT NOT NULL DEFAULT 'review'
  CHECK (source IN ('review', 'self-assessment', 'state-report', 'direct-request'))
  CHECK ((source = 'review') = (review_id IS NOT NULL));
CREATE INDEX need_review ON need (review_id);
-- The place that the State itself gives the need among its needs, 1 first; NULL: not stated. Triage never sets it.
ALTER TABLE need ADD COLUMN rank INTEGER CHECK (rank BETWEEN 1 AND 65535);

CREATE TRIGGER need_state_in BEFORE INSERT ON need
WHEN new.review_id IS NULL AND new.state_id IS NULL
  OR new.review_id IS NOT NULL AND new.state_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END;
-- A need of a review that is added without a State is of the State of that review.
CREATE TRIGGER need_state_of_review AFTER INSERT ON need
WHEN new.state_id IS NULL
BEGIN
  UPDATE need SET state_id = (SELECT state_id FROM review WHERE id = new.review_id) WHERE id = new.id;
END;
CREATE TRIGGER need_state BEFORE UPDATE OF state_id, review_id ON need
WHEN new.state_id IS NULL
  OR new.review_id IS NOT NULL
  AND new.state_id IS NOT (SELECT state_id FROM review WHERE id = new.review_id)
BEGIN SELECT raise(ABORT, 'a need is of a State, and of the State of its review'); END;
-- A review that is moved to another State takes its needs along.
CREATE TRIGGER review_state AFTER UPDATE OF state_id ON review
WHEN new.state_id <> old.state_id
BEGIN UPDATE need SET state_id = new.state_id WHERE review_id = new.id; END;

-- Each cycle has its own list of categories; a need outside the reviews may have one of either list.
CREATE TRIGGER need_category_in BEFORE INSERT ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END;
CREATE TRIGGER need_category BEFORE UPDATE OF category_id, review_id ON need
WHEN (SELECT c.cycle <> r.cycle FROM category c, review r
      WHERE c.id = new.category_id AND r.id = new.review_id)
BEGIN SELECT raise(ABORT, 'the category is not of the review''s cycle'); END;

CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, state_id, source, rank, category_id, text, language, document,
  paragraph, identified_on ON need
BEGIN UPDATE unlogged SET number = number + 1; END;

-- How many needs there are of each review, or of each State and source outside the reviews, by the set of chapters
-- that they touch. Kept by triggers; `ta-tui check` holds it against the needs. Lines that have become empty stay.
DROP TABLE tally;
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
) STRICT, WITHOUT ROWID;

-- Chapters that the source names without an article.
CREATE TABLE need_chapter (
  need_id INTEGER NOT NULL REFERENCES need (id),
  chapter INTEGER NOT NULL CHECK (chapter BETWEEN 2 AND 6),
  PRIMARY KEY (need_id, chapter)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER unlogged_chapter_in AFTER INSERT ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END;
CREATE TRIGGER unlogged_chapter_out AFTER DELETE ON need_chapter
BEGIN UPDATE unlogged SET number = number + 1; END;

-- Where each need counts in the tally.
CREATE VIEW need_tally AS
  SELECT n.id, coalesce(n.review_id, 0) AS review_id,
         CASE WHEN n.review_id IS NULL THEN n.state_id ELSE 0 END AS state_id, n.source,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n;

-- The tally, counted anew.
CREATE VIEW tally_now AS
  SELECT review_id, state_id, source, chapters, count(*) AS needs, sum(articles) AS articles
  FROM need_tally GROUP BY review_id, state_id, source, chapters;

INSERT INTO tally SELECT review_id, state_id, source, chapters, needs, articles FROM tally_now;

CREATE TRIGGER tally_need_added AFTER INSERT ON need
BEGIN
  INSERT INTO tally VALUES (coalesce(new.review_id, 0), CASE WHEN new.review_id IS NULL THEN new.state_id ELSE 0 END,
                            new.source, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END;

-- Its links are gone by now: a foreign key holds that.
CREATE TRIGGER tally_need_gone AFTER DELETE ON need
BEGIN
  UPDATE tally SET needs = needs - 1
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = 0;
END;

CREATE TRIGGER tally_need_moved AFTER UPDATE OF review_id, state_id, source ON need
WHEN old.review_id IS NOT new.review_id OR old.source <> new.source
  OR new.review_id IS NULL AND old.state_id <> new.state_id
BEGIN
  UPDATE tally
    SET needs = needs - 1, articles = articles - (SELECT articles FROM need_tally WHERE id = new.id)
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = (SELECT chapters FROM need_tally WHERE id = new.id);
  INSERT INTO tally
    SELECT review_id, state_id, source, chapters, 1, articles FROM need_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END;

-- A need leaves the line that its other articles and chapters make and comes to the one that all make.
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
END;

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
END;

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
END;

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
END;

CREATE TRIGGER tally_chapter_stays BEFORE UPDATE ON need_chapter
BEGIN SELECT raise(ABORT, 'a chapter of a need is removed and added, not changed'); END;

-- The days of steps, as precise as their source.
CREATE TABLE review_step_9 (
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
) STRICT, WITHOUT ROWID;
INSERT INTO review_step_9 SELECT review_id, step, on_date, dialogue FROM review_step;
DROP TABLE review_step;
ALTER TABLE review_step_9 RENAME TO review_step;

-- To which groups of countries a State belongs, from when to when.
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
) STRICT;
CREATE UNIQUE INDEX membership_of ON membership (state_id, grp, coalesce(since, ''));
INSERT INTO membership (state_id, grp) SELECT id, 'ldc' FROM state WHERE ldc;
INSERT INTO membership (state_id, grp) SELECT id, 'lldc' FROM state WHERE lldc;
INSERT INTO membership (state_id, grp) SELECT id, 'sids' FROM state WHERE sids;
ALTER TABLE state DROP COLUMN ldc;
ALTER TABLE state DROP COLUMN lldc;
ALTER TABLE state DROP COLUMN sids;

-- Which stakeholders outside government took part in a review; NULL: not stated. review.stakeholders says whether any did.
ALTER TABLE review ADD COLUMN civil_society INTEGER CHECK (civil_society IN (0, 1));
ALTER TABLE review ADD COLUMN private_sector INTEGER CHECK (private_sector IN (0, 1));
ALTER TABLE review ADD COLUMN academia INTEGER CHECK (academia IN (0, 1));
ALTER TABLE review ADD COLUMN media INTEGER CHECK (media IN (0, 1))
  CHECK (stakeholders IS NOT 0
         OR coalesce(civil_society, 0) + coalesce(private_sector, 0) + coalesce(academia, 0) + coalesce(media, 0) = 0);
