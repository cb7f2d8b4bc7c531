CREATE INDEX sales_paid ON sales (paid);
