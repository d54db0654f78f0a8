-- How many needs each review has, by the set of chapters that they touch: what the first screen
-- says of a register of any size before its needs are read, and what tells a reader cheaply that
-- needs or their articles have come or gone. Kept by triggers; `ta-tui check` holds it against the
-- needs. Lines that have become empty stay.
CREATE TABLE tally (
  review_id INTEGER NOT NULL,
  -- bit 0 for chapter II … bit 4 for chapter VI; 0: no article
  chapters  INTEGER NOT NULL CHECK (chapters BETWEEN 0 AND 31),
  needs     INTEGER NOT NULL CHECK (needs >= 0),
  -- how many articles these needs touch, a need with two counted twice
  articles  INTEGER NOT NULL CHECK (articles >= 0),
  PRIMARY KEY (review_id, chapters)
) STRICT, WITHOUT ROWID;

-- The same, counted anew.
CREATE VIEW tally_now AS
  SELECT review_id, chapters, count(*) AS needs, sum(articles) AS articles
  FROM (SELECT n.review_id,
               (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                JOIN article a ON a.number = l.article WHERE l.need_id = n.id) AS chapters,
               (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
        FROM need n)
  GROUP BY review_id, chapters;

INSERT INTO tally SELECT review_id, chapters, needs, articles FROM tally_now;

CREATE TRIGGER tally_need_added AFTER INSERT ON need
BEGIN
  INSERT INTO tally VALUES (new.review_id, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END;

-- Its links are gone by now: a foreign key holds that.
CREATE TRIGGER tally_need_gone AFTER DELETE ON need
BEGIN
  UPDATE tally SET needs = needs - 1 WHERE review_id = old.review_id AND chapters = 0;
END;

CREATE TRIGGER tally_need_moved AFTER UPDATE OF review_id ON need
WHEN new.review_id <> old.review_id
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - (SELECT count(*) FROM need_article WHERE need_id = new.id)
    WHERE review_id = old.review_id
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article WHERE l.need_id = new.id);
  INSERT INTO tally
    SELECT new.review_id, coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0), 1, count(l.article)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = new.id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END;

-- A need leaves the line that its other articles make and comes to the one that all make.
CREATE TRIGGER tally_article_added AFTER INSERT ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - (SELECT count(*) FROM need_article
                               WHERE need_id = new.need_id AND article <> new.article)
    WHERE review_id = (SELECT review_id FROM need WHERE id = new.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
                      JOIN article a ON a.number = l.article
                      WHERE l.need_id = new.need_id AND l.article <> new.article);
  INSERT INTO tally
    SELECT (SELECT review_id FROM need WHERE id = new.need_id),
           sum(DISTINCT 1 << (a.chapter - 2)), 1, count(*)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = new.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END;

CREATE TRIGGER tally_article_gone AFTER DELETE ON need_article
BEGIN
  UPDATE tally
    SET needs = needs - 1,
        articles = articles - 1 - (SELECT count(*) FROM need_article WHERE need_id = old.need_id)
    WHERE review_id = (SELECT review_id FROM need WHERE id = old.need_id)
      AND chapters = (SELECT coalesce(sum(DISTINCT 1 << (chapter - 2)), 0)
                      FROM (SELECT a.chapter FROM need_article l
                            JOIN article a ON a.number = l.article WHERE l.need_id = old.need_id
                            UNION ALL SELECT chapter FROM article WHERE number = old.article));
  INSERT INTO tally
    SELECT (SELECT review_id FROM need WHERE id = old.need_id),
           coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0), 1, count(l.article)
    FROM need_article l JOIN article a ON a.number = l.article WHERE l.need_id = old.need_id
    ON CONFLICT DO UPDATE SET needs = needs + 1, articles = articles + excluded.articles;
END;

CREATE TRIGGER tally_article_stays BEFORE UPDATE ON need_article
BEGIN SELECT raise(ABORT, 'an article of a need is removed and added, not changed'); END;
