-- The moment of a need's last change is that of the last write that stands: what was taken back
-- does not count. Until now an undo was a change like any other.
UPDATE need SET changed_at = (
  SELECT b.at FROM change c JOIN batch b ON b.id = c.batch_id
  WHERE c.need_id = need.id AND b.undoes IS NULL AND (
    WITH RECURSIVE chain (id) AS (
      VALUES (b.id)
      UNION ALL
      SELECT u.id FROM chain JOIN batch u ON u.undoes = chain.id
      WHERE EXISTS (SELECT 1 FROM change k WHERE k.batch_id = u.id AND k.need_id = need.id))
    SELECT count(*) % 2 = 1 FROM chain)
  ORDER BY c.id DESC LIMIT 1)
WHERE id IN (SELECT c.need_id FROM change c JOIN batch b ON b.id = c.batch_id
             WHERE b.undoes IS NOT NULL);
