SELECT p.doc, p.n
FROM problems p
JOIN documents d ON d.doc = p.doc
WHERE (:stage IS NULL OR p.stage = :stage)
    AND p.doc <= :doc AND (p.doc < :doc OR p.n > :n)
ORDER BY p.doc DESC, p.n
LIMIT :limit
