CREATE TABLE t (a int, b int, c text);
CREATE INDEX i ON t USING gin (to_tsvector('simple', c));
