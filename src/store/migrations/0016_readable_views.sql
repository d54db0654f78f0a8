-- The views for people: marks of overlaps, and those over the log, whose table is new.
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
  WHERE o.void = 0;

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
  WHERE c.void = 0 AND n.void = 0;

CREATE VIEW changes_readable AS
  SELECT c.id AS number,
         strftime('%Y-%m-%dT%H:%M:%SZ', b.at, 'unixepoch') AS at,
         b.who,
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
  LEFT JOIN state s ON s.id = n.state_id;
