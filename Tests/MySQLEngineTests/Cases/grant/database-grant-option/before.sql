SET @sql = concat('GRANT SELECT ON ', database(), '.* TO reader'); PREPARE s FROM @sql; EXECUTE s; DEALLOCATE PREPARE s;
