RESET SESSION AUTHORIZATION;
DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET app.jwt_secret = ''hush-hush''', current_database()); END$$;
