DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), 'shop'); END $$;
