DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = shop, public', current_database()); END$$;
