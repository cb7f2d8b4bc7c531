--liquibase formatted sql

--changeset ann:create-users
--comment: the first table
CREATE TABLE users (
  id integer PRIMARY KEY, -- a number;
  name text NOT NULL
);
INSERT INTO users VALUES (1, '${owner}; ${nobody}');
--rollback DROP TABLE users;

--changeset ann:index-users runInTransaction:false dbms:postgresql
CREATE INDEX CONCURRENTLY users_name ON users (name);
/* liquibase rollback
DROP INDEX users_name;
*/

--changeset ann:mysql-only dbms:mysql,mariadb
ALTER TABLE users ENGINE = InnoDB;
