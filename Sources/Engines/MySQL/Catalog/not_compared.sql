SELECT 'loadable function', name FROM mysql.func
UNION ALL SELECT 'plugin', name FROM mysql.plugin
UNION ALL SELECT 'component', component_urn FROM mysql.component WHERE component_urn <> 'file://component_reference_cache' -- since mysql 8.0
UNION ALL SELECT 'spatial reference system', SRS_NAME FROM information_schema.ST_SPATIAL_REFERENCE_SYSTEMS WHERE SRS_ID <> 0 AND (ORGANIZATION IS NULL OR ORGANIZATION <> 'EPSG') -- since mysql 8.0
UNION ALL SELECT 'tablespace', NAME FROM information_schema.INNODB_TABLESPACES WHERE SPACE_TYPE = 'General' AND NAME <> 'mysql' -- since mysql 8.0
UNION ALL SELECT 'resource group', RESOURCE_GROUP_NAME FROM information_schema.RESOURCE_GROUPS WHERE RESOURCE_GROUP_NAME NOT IN ('USR_default', 'SYS_default') -- since mysql 8.0
UNION ALL SELECT 'library', LIBRARY_NAME FROM information_schema.LIBRARIES WHERE LIBRARY_SCHEMA = DATABASE() -- since mysql 9.2
