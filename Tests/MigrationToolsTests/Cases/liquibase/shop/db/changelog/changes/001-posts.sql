--liquibase formatted sql logicalFilePath:posts.sql

-- changeset "Bob B":"1 2" splitStatements:false runOnChange:true
CREATE OR REPLACE FUNCTION one() RETURNS integer AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;
-- rollback not required
