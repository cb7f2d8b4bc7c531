/// One object for each command of PostgreSQL that begins with CREATE, under a name that nothing else has.
struct CreatedObject: Sendable {
  let command: String
  let sql: String
  /// What the object's own name, or the net's, contains.
  let name: String
  /// The first version that knows the command.
  var since = 13

  /// In the order in which they can be made. CREATE DATABASE makes another database; CREATE GROUP and CREATE USER are
  /// spellings of CREATE ROLE, and a role stands beside the databases.
  static let all = [
    CreatedObject(command: "SCHEMA", sql: "CREATE SCHEMA made_schema", name: "made_schema"),
    CreatedObject(command: "TABLE", sql: "CREATE TABLE made_table (a int, b int, c text)", name: "made_table"),
    CreatedObject(command: "TABLE AS", sql: "CREATE TABLE made_table_as AS SELECT 1 AS a", name: "made_table_as"),
    CreatedObject(command: "SEQUENCE", sql: "CREATE SEQUENCE made_sequence", name: "made_sequence"),
    CreatedObject(command: "INDEX", sql: "CREATE INDEX made_index ON made_table (a)", name: "made_index"),
    CreatedObject(command: "VIEW", sql: "CREATE VIEW made_view AS SELECT a FROM made_table", name: "made_view"),
    CreatedObject(
      command: "MATERIALIZED VIEW", sql: "CREATE MATERIALIZED VIEW made_summary AS SELECT 1 AS a",
      name: "made_summary"),
    CreatedObject(
      command: "STATISTICS", sql: "CREATE STATISTICS made_statistics ON a, b FROM made_table",
      name: "made_statistics"),
    CreatedObject(
      command: "POLICY", sql: "CREATE POLICY made_policy ON made_table USING (true)", name: "made_policy"),
    CreatedObject(
      command: "RULE", sql: "CREATE RULE made_rule AS ON DELETE TO made_table DO INSTEAD NOTHING", name: "made_rule"),
    CreatedObject(command: "DOMAIN", sql: "CREATE DOMAIN made_domain AS int CHECK (VALUE > 0)", name: "made_domain"),
    CreatedObject(command: "TYPE", sql: "CREATE TYPE made_enum AS ENUM ('a')", name: "made_enum"),
    CreatedObject(command: "TYPE (composite)", sql: "CREATE TYPE made_pair AS (a int)", name: "made_pair"),
    CreatedObject(
      command: "TYPE (range)", sql: "CREATE TYPE made_range AS RANGE (SUBTYPE = float8)", name: "made_range"),
    CreatedObject(command: "TYPE (shell)", sql: "CREATE TYPE made_shell", name: "made_shell"),
    CreatedObject(
      command: "FUNCTION",
      sql: "CREATE FUNCTION made_function(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2'",
      name: "made_function"),
    CreatedObject(
      command: "PROCEDURE", sql: "CREATE PROCEDURE made_procedure() LANGUAGE sql AS 'SELECT 1'",
      name: "made_procedure"),
    CreatedObject(
      command: "AGGREGATE", sql: "CREATE AGGREGATE made_aggregate(int) (SFUNC = int4pl, STYPE = int)",
      name: "made_aggregate"),
    CreatedObject(
      command: "TRIGGER",
      sql: """
        CREATE FUNCTION for_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER made_trigger BEFORE INSERT ON made_table FOR EACH ROW EXECUTE FUNCTION for_trigger()
        """, name: "made_trigger"),
    CreatedObject(
      command: "EVENT TRIGGER",
      sql: """
        CREATE FUNCTION for_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER made_event_trigger ON ddl_command_end EXECUTE FUNCTION for_event()
        """, name: "made_event_trigger"),
    CreatedObject(command: "COLLATION", sql: "CREATE COLLATION made_collation (LOCALE = 'C')", name: "made_collation"),
    CreatedObject(
      command: "CONVERSION", sql: "CREATE CONVERSION made_conversion FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1",
      name: "made_conversion"),
    CreatedObject(
      command: "OPERATOR", sql: "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = made_function)",
      name: "==="),
    CreatedObject(
      command: "OPERATOR FAMILY", sql: "CREATE OPERATOR FAMILY made_family USING btree", name: "made_family"),
    CreatedObject(
      command: "OPERATOR CLASS", sql: "CREATE OPERATOR CLASS made_class FOR TYPE int USING hash AS OPERATOR 1 ===",
      name: "made_class"),
    CreatedObject(
      command: "CAST",
      sql: """
        CREATE FUNCTION for_cast(int) RETURNS made_pair LANGUAGE sql AS 'SELECT ROW($1)::made_pair';
        CREATE CAST (int AS made_pair) WITH FUNCTION for_cast(int)
        """, name: "integer AS public.made_pair"),
    CreatedObject(
      command: "ACCESS METHOD", sql: "CREATE ACCESS METHOD made_method TYPE TABLE HANDLER heap_tableam_handler",
      name: "made_method"),
    CreatedObject(
      command: "LANGUAGE", sql: "CREATE TRUSTED LANGUAGE made_language HANDLER plpgsql_call_handler",
      name: "made_language"),
    CreatedObject(
      command: "TRANSFORM",
      sql: "CREATE TRANSFORM FOR text LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal))", name: "plpgsql"
    ),
    CreatedObject(
      command: "TEXT SEARCH CONFIGURATION", sql: "CREATE TEXT SEARCH CONFIGURATION made_search (COPY = simple)",
      name: "made_search"),
    CreatedObject(
      command: "TEXT SEARCH DICTIONARY", sql: "CREATE TEXT SEARCH DICTIONARY made_words (TEMPLATE = simple)",
      name: "made_words"),
    CreatedObject(
      command: "TEXT SEARCH PARSER",
      sql: """
        CREATE TEXT SEARCH PARSER made_parser (
          START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)
        """, name: "made_parser"),
    CreatedObject(
      command: "TEXT SEARCH TEMPLATE", sql: "CREATE TEXT SEARCH TEMPLATE made_template (LEXIZE = dsimple_lexize)",
      name: "made_template"),
    CreatedObject(
      command: "FOREIGN DATA WRAPPER", sql: "CREATE FOREIGN DATA WRAPPER made_wrapper", name: "made_wrapper"),
    CreatedObject(
      command: "SERVER", sql: "CREATE SERVER made_server FOREIGN DATA WRAPPER made_wrapper", name: "made_server"),
    CreatedObject(
      command: "USER MAPPING", sql: "CREATE USER MAPPING FOR writer SERVER made_server", name: "writer"),
    CreatedObject(
      command: "FOREIGN TABLE", sql: "CREATE FOREIGN TABLE made_far (a int) SERVER made_server", name: "made_far"),
    CreatedObject(
      command: "PUBLICATION", sql: "CREATE PUBLICATION made_publication FOR TABLE made_table", name: "made_publication"),
    CreatedObject(
      command: "SUBSCRIPTION",
      sql: "CREATE SUBSCRIPTION made_subscription CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false)",
      name: "made_subscription"),
    CreatedObject(command: "EXTENSION", sql: "CREATE EXTENSION hstore", name: "hstore"),
    CreatedObject(
      command: "TABLESPACE", sql: "CREATE TABLESPACE made_space LOCATION ''", name: "made_space",
      since: 15),
    CreatedObject(
      command: "large object", sql: "SELECT lo_create(4711)", name: "4711"),
    CreatedObject(
      command: "default privileges", sql: "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader", name: "tables"),
    CreatedObject(
      command: "parameter privileges", sql: "GRANT SET ON PARAMETER work_mem TO reader", name: "work_mem",
      since: 15),
    CreatedObject(
      command: "TABLE (in a system schema)", sql: "CREATE TABLE information_schema.made_hidden (a int)",
      name: "made_hidden"),
  ]
}
