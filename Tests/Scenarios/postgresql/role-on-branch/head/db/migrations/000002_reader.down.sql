REVOKE SELECT ON customers FROM app_reader;
DROP ROLE app_reader;
