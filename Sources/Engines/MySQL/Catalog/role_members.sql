SELECT CONCAT(User, '@', Host), CONCAT(Role, '@'), Admin_option FROM mysql.roles_mapping -- since mariadb 10.0
SELECT CONCAT(TO_USER, '@', TO_HOST), CONCAT(FROM_USER, '@', FROM_HOST), WITH_ADMIN_OPTION FROM mysql.role_edges -- since mysql 8.0
