schemagate doctor
