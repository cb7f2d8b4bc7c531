--liquibase formatted sql
--changeset ann:2
CREATE TRIGGER named AFTER INSERT ON customers BEGIN
  UPDATE customers SET name = CASE WHEN NEW.name = '' THEN 'nobody' ELSE NEW.name END WHERE id = NEW.id;
  UPDATE customers SET name = trim(name) WHERE id = NEW.id;
END;
--rollback DROP TRIGGER named;
