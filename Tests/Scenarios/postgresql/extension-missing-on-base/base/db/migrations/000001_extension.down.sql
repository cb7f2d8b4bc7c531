DROP EXTENSION no_such_extension;
