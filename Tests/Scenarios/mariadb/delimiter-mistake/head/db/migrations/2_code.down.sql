DROP TRIGGER customers_trim;
