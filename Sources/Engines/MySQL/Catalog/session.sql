SELECT @@SESSION.sql_mode, @@SESSION.sql_quote_show_create + 0, @@SESSION.character_set_client, @@SESSION.character_set_results, @@SESSION.collation_connection
