SET @sql = concat('GRANT SELECT ON ', database(), '.* TO reader WITH GRANT OPTION'); PREPARE s FROM @sql; EXECUTE s; DEALLOCATE PREPARE s;
