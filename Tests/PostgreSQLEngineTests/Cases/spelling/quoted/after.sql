create table T (A int, B TEXT);
