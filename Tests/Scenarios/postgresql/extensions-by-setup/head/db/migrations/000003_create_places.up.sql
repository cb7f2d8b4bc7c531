CREATE TABLE places (id bigint PRIMARY KEY, mail citext, facts hstore, title text);
CREATE INDEX places_title ON places USING gist (title gist_trgm_ops);
CREATE INDEX places_facts ON places USING gin (facts);
