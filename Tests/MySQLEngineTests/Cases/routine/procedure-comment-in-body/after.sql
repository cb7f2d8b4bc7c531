CREATE PROCEDURE tidy(IN days int, OUT removed int)
BEGIN
  -- nothing
  SET removed = days;
END;
