CREATE ROLE app_writer;
GRANT app_reader TO app_writer;
