-- migrate:up
ALTER TABLE customers ADD COLUMN email varchar(255);
CREATE FUNCTION shout(t varchar(100)) RETURNS varchar(100) DETERMINISTIC
BEGIN
  RETURN UPPER(t);
END;

-- migrate:down
DROP FUNCTION shout;
ALTER TABLE customers DROP COLUMN email;
