-- The pieces of content that stand in a sentence, the shortest first: the innermost voice.
SELECT p.statement, c.chain, p.start, p.stop
FROM voiced z
JOIN spans p ON p.doc = z.doc AND p.statement = z.statement AND p.part = 'content'
JOIN chains c ON c.doc = z.doc AND c.statement = z.statement
WHERE z.doc = :doc AND z.sentence = :n
ORDER BY p.stop - p.start, p.statement
