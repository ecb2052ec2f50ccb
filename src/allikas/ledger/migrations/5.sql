-- What joined each mention to the others.
ALTER TABLE mentions ADD COLUMN rules TEXT NOT NULL DEFAULT '[]';
