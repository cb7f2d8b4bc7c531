CREATE TABLE t (a int, b int, c text);
CREATE INDEX i ON t USING gist (to_tsvector('simple', c) tsvector_ops (siglen = 100));
