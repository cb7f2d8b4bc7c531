schemagate check --format markdown=schemagate.md --format json=schemagate.json
