CREATE TABLE "@all | <!-- `x` -->" (id bigint, "#1 ""a""" text);
