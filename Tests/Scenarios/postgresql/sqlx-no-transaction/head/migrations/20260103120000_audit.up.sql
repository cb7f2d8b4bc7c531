CREATE TABLE audit AS SELECT version FROM _sqlx_migrations;
