//! Activities that overlap with those of the sample register, in which none do.

/// A training and a workshop of other providers, which overlap with published activities and with each other.
pub const OTHERS: &str = "
    INSERT INTO activity (id, code, kind, level, starts_on, ends_on, status, document, paragraph)
      VALUES (101, 'X1', 'training', 'national', '2019-01', '2019-07', 'done', '', ''),
             (102, 'X2', 'workshop', 'regional', NULL, NULL, 'planned', '', '');
    INSERT INTO name (kind, record, field, language, text)
      VALUES ('activity', 101, 'description', 'en', 'Training of investigators'),
             ('activity', 102, 'description', 'en', 'Workshop on procurement');
    INSERT INTO activity_organisation VALUES (101, 19, 'provider'), (102, 20, 'provider');
    INSERT INTO activity_state (activity_id, state_id, role)
      SELECT 101, id, 'helped' FROM state WHERE iso3 IN ('FSM', 'RWA');
    INSERT INTO activity_article VALUES (101, 5), (101, 9), (102, 9);
    INSERT INTO activity_area (activity_id, area_id)
      SELECT 102, record FROM english WHERE kind = 'area' AND text = 'East Africa';";
