CREATE TEXT SEARCH DICTIONARY words (ACCEPT = 'false', TEMPLATE = pg_catalog.simple, StopWords = 'english');
