SELECT actor FROM actors WHERE id = CAST(:name AS TEXT)
