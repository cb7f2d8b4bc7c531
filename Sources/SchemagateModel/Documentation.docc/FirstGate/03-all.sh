schemagate check --all
