-- since 14
RESET SESSION AUTHORIZATION;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION code_out_too(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION code_in_too(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'textrecv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'textsend';
CREATE FUNCTION code_part(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'raw_array_subscript_handler';
CREATE TYPE code (INPUT = code_in, OUTPUT = code_out, SUBSCRIPT = raw_array_subscript_handler, ELEMENT = integer);
