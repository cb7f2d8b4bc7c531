CREATE COLLATION names (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
