CREATE TABLE a (a datetime DEFAULT now() ON UPDATE now());
