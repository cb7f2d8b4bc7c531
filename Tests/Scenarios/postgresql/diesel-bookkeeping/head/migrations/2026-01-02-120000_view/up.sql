CREATE VIEW applied AS SELECT version FROM __diesel_schema_migrations;
