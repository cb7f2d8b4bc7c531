SELECT SCHEMA_NAME, CURRENT_USER(), DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME,
  SCHEMA_COMMENT, -- since mariadb 10.5
  -- before mariadb 10.5: '',
  '', -- since mysql 5.0
  DEFAULT_ENCRYPTION, -- since mysql 8.0.16
  -- before mysql 8.0.16: 'NO',
  'NO', -- since mariadb 5.0
  (SELECT OPTIONS FROM information_schema.SCHEMATA_EXTENSIONS AS more WHERE more.SCHEMA_NAME = DATABASE()) -- since mysql 8.0.22
  -- before mysql 8.0.22: NULL
  NULL -- since mariadb 5.0
FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()
