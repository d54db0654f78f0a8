-- No two records of a kind have one UUID. What is added without one gets one by chance (version 4 of RFC 9562), whoever
-- adds it; what brings one keeps it. A record keeps its UUID, and what is made up stays so.

CREATE UNIQUE INDEX need_uuid ON need (uuid);
CREATE TRIGGER need_uuid_given AFTER INSERT ON need WHEN new.uuid IS NULL
BEGIN
  UPDATE need SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER need_uuid_stays BEFORE UPDATE OF uuid, origin ON need
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX review_uuid ON review (uuid);
CREATE TRIGGER review_uuid_given AFTER INSERT ON review WHEN new.uuid IS NULL
BEGIN
  UPDATE review SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER review_uuid_stays BEFORE UPDATE OF uuid, origin ON review
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX state_uuid ON state (uuid);
CREATE TRIGGER state_uuid_given AFTER INSERT ON state WHEN new.uuid IS NULL
BEGIN
  UPDATE state SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER state_uuid_stays BEFORE UPDATE OF uuid, origin ON state
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX person_uuid ON person (uuid);
CREATE TRIGGER person_uuid_given AFTER INSERT ON person WHEN new.uuid IS NULL
BEGIN
  UPDATE person SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER person_uuid_stays BEFORE UPDATE OF uuid, origin ON person
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX organisation_uuid ON organisation (uuid);
CREATE TRIGGER organisation_uuid_given AFTER INSERT ON organisation WHEN new.uuid IS NULL
BEGIN
  UPDATE organisation SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER organisation_uuid_stays BEFORE UPDATE OF uuid, origin ON organisation
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX activity_uuid ON activity (uuid);
CREATE TRIGGER activity_uuid_given AFTER INSERT ON activity WHEN new.uuid IS NULL
BEGIN
  UPDATE activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER activity_uuid_stays BEFORE UPDATE OF uuid, origin ON activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX need_activity_uuid ON need_activity (uuid);
CREATE TRIGGER need_activity_uuid_given AFTER INSERT ON need_activity WHEN new.uuid IS NULL
BEGIN
  UPDATE need_activity SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE need_id = new.need_id AND activity_id = new.activity_id;
END;
CREATE TRIGGER need_activity_uuid_stays BEFORE UPDATE OF uuid, origin ON need_activity
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX theme_uuid ON theme (uuid);
CREATE TRIGGER theme_uuid_given AFTER INSERT ON theme WHEN new.uuid IS NULL
BEGIN
  UPDATE theme SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER theme_uuid_stays BEFORE UPDATE OF uuid, origin ON theme
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX saved_view_uuid ON saved_view (uuid);
CREATE TRIGGER saved_view_uuid_given AFTER INSERT ON saved_view WHEN new.uuid IS NULL
BEGIN
  UPDATE saved_view SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER saved_view_uuid_stays BEFORE UPDATE OF uuid, origin ON saved_view
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX platform_uuid ON platform (uuid);
CREATE TRIGGER platform_uuid_given AFTER INSERT ON platform WHEN new.uuid IS NULL
BEGIN
  UPDATE platform SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER platform_uuid_stays BEFORE UPDATE OF uuid, origin ON platform
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;

CREATE UNIQUE INDEX document_uuid ON document (uuid);
CREATE TRIGGER document_uuid_given AFTER INSERT ON document WHEN new.uuid IS NULL
BEGIN
  UPDATE document SET uuid = unhex(
    hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) ||
    substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))
    WHERE id = new.id;
END;
CREATE TRIGGER document_uuid_stays BEFORE UPDATE OF uuid, origin ON document
WHEN old.uuid IS NOT NULL AND new.uuid IS NOT old.uuid
  OR old.origin = 'illustrative' AND new.origin <> 'illustrative'
BEGIN SELECT raise(ABORT, 'a record keeps its UUID, and what is illustrative stays so'); END;
