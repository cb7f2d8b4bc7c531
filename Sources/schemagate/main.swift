print("schemagate")
