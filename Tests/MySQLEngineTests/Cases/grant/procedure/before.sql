CREATE PROCEDURE tidy(IN days int, OUT removed int)
BEGIN
  -- nothing yet
  SET removed = days;
END;
SELECT 1;
