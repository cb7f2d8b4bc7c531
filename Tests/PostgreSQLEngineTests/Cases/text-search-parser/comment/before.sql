RESET SESSION AUTHORIZATION;
CREATE TEXT SEARCH PARSER reader (
  START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
