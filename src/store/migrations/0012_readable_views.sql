-- The views for people, without what was taken out.
DROP VIEW needs_readable;
DROP VIEW reviews_readable;
DROP VIEW activities_readable;

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
  WHERE n.void = 0;

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
  WHERE r.void = 0;

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
