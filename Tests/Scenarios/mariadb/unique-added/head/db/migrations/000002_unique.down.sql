ALTER TABLE customers DROP INDEX customers_name_uq;
