DROP DATABASE schemagate_1;
