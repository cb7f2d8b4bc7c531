CREATE VIRTUAL TABLE search USING no_such_module(name);
