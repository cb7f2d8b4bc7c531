DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''1MB''', current_database()); END$$;
DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''2MB''', current_database()); END$$;
