DROP ROLE app_writer;
