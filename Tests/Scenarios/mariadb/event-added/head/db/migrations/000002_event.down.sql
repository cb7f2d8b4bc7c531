DROP EVENT forget_phones;
