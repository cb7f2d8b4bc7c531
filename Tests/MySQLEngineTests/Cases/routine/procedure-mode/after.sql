CREATE PROCEDURE tidy(IN days int, INOUT removed int)
BEGIN
  -- nothing yet
  SET removed = days;
END;
