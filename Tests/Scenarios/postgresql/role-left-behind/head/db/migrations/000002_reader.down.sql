REVOKE SELECT ON customers FROM app_reader;
