-- Records of every kind have a version, which every write raises, and can be taken out: `void` is 1 then. What was taken
-- out keeps its number and what stands beside it, and is read nowhere but by its number.

ALTER TABLE review ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE review ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE state ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE state ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE person ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE person ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE organisation ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE organisation ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE activity ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE activity ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE platform ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE platform ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE need_activity ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE need_activity ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE theme ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE theme ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE document ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE document ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE need ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));

-- What was taken out is little: what counts needs and matches takes it off.
CREATE INDEX need_void ON need (id) WHERE void = 1;
CREATE INDEX need_activity_void ON need_activity (need_id) WHERE void = 1;

-- The tally is of the needs that are there.
DROP VIEW tally_now;
DROP VIEW need_tally;
DROP TRIGGER tally_need_added;
DROP TRIGGER tally_need_gone;
DROP TRIGGER tally_need_moved;

-- Which chapters a need touches, and how many articles, be it there or taken out.
CREATE VIEW need_chapters AS
  SELECT n.id,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n;
CREATE VIEW need_tally AS
  SELECT n.id, coalesce(n.review_id, 0) AS review_id,
         CASE WHEN n.review_id IS NULL THEN n.state_id ELSE 0 END AS state_id, n.source,
         (SELECT coalesce(sum(DISTINCT 1 << (a.chapter - 2)), 0) FROM need_article l
          JOIN article a ON a.number = l.article WHERE l.need_id = n.id)
         | (SELECT coalesce(sum(1 << (chapter - 2)), 0) FROM need_chapter WHERE need_id = n.id) AS chapters,
         (SELECT count(*) FROM need_article l WHERE l.need_id = n.id) AS articles
  FROM need n WHERE n.void = 0;
CREATE VIEW tally_now AS
  SELECT review_id, state_id, source, chapters, count(*) AS needs, sum(articles) AS articles
  FROM need_tally GROUP BY review_id, state_id, source, chapters;
CREATE TRIGGER tally_need_added AFTER INSERT ON need WHEN new.void = 0
BEGIN
  INSERT INTO tally VALUES (coalesce(new.review_id, 0), CASE WHEN new.review_id IS NULL THEN new.state_id ELSE 0 END,
                            new.source, 0, 1, 0)
    ON CONFLICT DO UPDATE SET needs = needs + 1;
END;
CREATE TRIGGER tally_need_gone AFTER DELETE ON need WHEN old.void = 0
BEGIN
  UPDATE tally SET needs = needs - 1
    WHERE review_id = coalesce(old.review_id, 0)
      AND state_id = CASE WHEN old.review_id IS NULL THEN old.state_id ELSE 0 END
      AND source = old.source AND chapters = 0;
END;
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
END;

-- A need that is taken out or brought back beside the log is counted as any other change of what it says.
DROP TRIGGER unlogged_need;
CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, state_id, source, rank, category_id, text, language, document,
  paragraph, identified_on, void ON need
BEGIN UPDATE unlogged SET number = number + 1; END;

-- What of needs was changed beside their triage is little, and asked for by day.
CREATE INDEX change_facts ON change (batch_id)
  WHERE kind = 'need'
    AND field NOT IN ('priority', 'horizon', 'response', 'focal', 'notes', 'projected', 'theme', 'duplicate');
