CREATE DOMAIN d AS text CONSTRAINT c CHECK (value <> '');
