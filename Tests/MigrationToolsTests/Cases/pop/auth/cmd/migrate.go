package cmd

var options = map[string]string{
	"migration_table_name": "schema_migrations",
}
