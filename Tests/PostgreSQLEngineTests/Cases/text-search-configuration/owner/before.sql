CREATE TEXT SEARCH CONFIGURATION search (PARSER = pg_catalog.default);
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR word, email WITH english_stem, simple;
