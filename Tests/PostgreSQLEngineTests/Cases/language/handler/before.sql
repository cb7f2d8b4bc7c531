RESET SESSION AUTHORIZATION;
CREATE FUNCTION handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE tongue HANDLER plpgsql_call_handler;
