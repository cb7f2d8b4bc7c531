RESET SESSION AUTHORIZATION;
CREATE LANGUAGE tongue HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
