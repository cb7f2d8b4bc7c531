REVOKE staff FROM anon;
