CREATE SEQUENCE numbers; SELECT setval(numbers, 5000);
