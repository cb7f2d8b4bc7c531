-- +goose Up
-- +goose StatementBegin
CREATE PROCEDURE rename_customer(IN which int, IN new_name varchar(100))
BEGIN
  IF new_name IS NOT NULL THEN
    UPDATE customers SET name = new_name WHERE id = which;
  END IF;
END;
-- +goose StatementEnd
ALTER TABLE customers ADD COLUMN email varchar(255);

-- +goose Down
ALTER TABLE customers DROP COLUMN email;
DROP PROCEDURE rename_customer;
