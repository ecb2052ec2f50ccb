-- The headline's words, so that it can be searched; documents added before have none until they are read again.
ALTER TABLE readings ADD COLUMN headline TEXT;
