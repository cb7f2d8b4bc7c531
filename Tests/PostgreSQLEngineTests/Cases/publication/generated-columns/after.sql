-- since 18
RESET SESSION AUTHORIZATION;
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);
