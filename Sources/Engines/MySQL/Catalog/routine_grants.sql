SELECT CONCAT('''', User, '''@''', Host, ''''), Proc_priv, IF(FIND_IN_SET('Grant', Proc_priv), 'YES', 'NO'),
  Routine_name, Routine_type
FROM mysql.procs_priv WHERE Db = DATABASE()
