CREATE TABLE ${prefix}_orders (id bigint);
