DROP FUNCTION count_drafts();
DROP TABLE drafts;
