DROP INDEX customers_phone_idx;
