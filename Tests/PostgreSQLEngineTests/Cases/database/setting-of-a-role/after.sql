RESET SESSION AUTHORIZATION;
DO $$BEGIN EXECUTE format('ALTER ROLE reader IN DATABASE %I SET work_mem = ''1MB''', current_database()); END$$;
