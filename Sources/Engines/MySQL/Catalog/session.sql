SELECT @@SESSION.sql_mode, @@SESSION.character_set_client, @@SESSION.character_set_results, @@SESSION.collation_connection,
  @@SESSION.sql_quote_show_create
