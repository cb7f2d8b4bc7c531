-- schemagate: expect alter table customers (grants) because of the reports
GRANT SELECT ON customers TO reporting;
