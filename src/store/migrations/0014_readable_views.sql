-- The views for people: money and targets of activities, comments, and the log, whose table is new.
DROP VIEW activities_readable;

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
  WHERE a.void = 0;

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
