-- Adds activities to a register of the sample up to the number 50,000: for measuring alone, and the same in every run.
-- Three States and two articles each, or one in ten for a part of the world; within twenty years, one in eight without
-- a date; one organisation provides each, one in three has a donor, one in four a theme.
BEGIN;
CREATE TEMP TABLE made AS
  WITH RECURSIVE number (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM number WHERE n < 50938)
  SELECT n, (n * 2654435761 % 4294967296) >> 9 AS a, ((n + 7919) * 2246822519 % 4294967296) >> 9 AS b,
         ((n + 104729) * 3266489917 % 4294967296) >> 9 AS c, ((n + 15485863) * 668265263 % 4294967296) >> 9 AS d
  FROM number;
CREATE TEMP TABLE place AS SELECT row_number() OVER (ORDER BY id) - 1 AS p, id FROM state WHERE kind <> 'unnamed';
CREATE TEMP TABLE work AS SELECT row_number() OVER (ORDER BY id) - 1 AS p, id FROM organisation;
CREATE TEMP TABLE subject AS SELECT row_number() OVER (ORDER BY number) - 1 AS p, number FROM article;
INSERT INTO activity (id, code, kind, level, starts_on, ends_on, document, paragraph, status, origin)
  SELECT n, 'X' || n,
         CASE a % 5 WHEN 0 THEN 'workshop' WHEN 1 THEN 'training' WHEN 2 THEN 'legal advice' WHEN 3 THEN 'assessment'
                    ELSE 'publication' END,
         CASE b % 10 WHEN 0 THEN 'regional' ELSE 'national' END,
         CASE c % 8 WHEN 0 THEN NULL ELSE printf('%d-%02d', 2005 + d % 20, 1 + c % 12) END,
         CASE c % 8 WHEN 0 THEN NULL ELSE printf('%d-%02d', 2005 + d % 20, 1 + c % 12) END,
         'CAC/COSP/2019/14', '', CASE d % 7 WHEN 0 THEN 'ongoing' WHEN 1 THEN 'planned' ELSE 'done' END, 'illustrative'
  FROM made;
INSERT OR IGNORE INTO activity_state (activity_id, state_id, role)
  SELECT n, id, 'helped' FROM made JOIN place ON p IN (a % 186, b % 186, c % 186) WHERE b % 10 > 0;
INSERT INTO activity_area SELECT n, 1 + c % (SELECT count(*) FROM area) FROM made WHERE b % 10 = 0;
INSERT OR IGNORE INTO activity_article SELECT n, number FROM made JOIN subject ON p IN (c % 58, d % 58);
INSERT INTO activity_organisation SELECT n, id, 'provider' FROM made JOIN work ON p = d % 79;
INSERT INTO activity_organisation SELECT n, id, 'donor' FROM made JOIN work ON p = a % 79 WHERE c % 3 = 0;
INSERT INTO activity_theme SELECT n, 1 + b % 32 FROM made WHERE d % 4 = 0;
INSERT INTO name
  SELECT 'activity', n, 'description', 'en', 'An illustrative activity, number ' || n || ', made to measure' FROM made;
DROP TABLE made;
DROP TABLE place;
DROP TABLE work;
DROP TABLE subject;
COMMIT;
