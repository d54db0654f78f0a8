-- The view over the log says the fingerprint of the writer's key too.
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
  LEFT JOIN state s ON s.id = n.state_id;
