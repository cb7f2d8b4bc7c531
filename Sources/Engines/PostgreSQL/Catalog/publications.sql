-- Publications with what they publish, in the words of CREATE PUBLICATION.
SELECT p.oid, p.pubname, p.pubowner,
  concat_ws(E'\n',
    'publish=' || concat_ws(', ',
      CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
      CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END),
    'publish_generated_columns=' || CASE p.pubgencols WHEN 's' THEN 'stored' ELSE 'none' END, -- since 18
    'publish_via_partition_root=' || p.pubviaroot) AS options,
  concat_ws(E'\n',
    CASE WHEN p.puballtables THEN 'all tables' END,
    (SELECT string_agg('tables in schema ' || quote_ident(n.nspname), E'\n') -- since 15
     FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid), -- since 15
    (SELECT string_agg(concat_ws(' ', 'table ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       '(' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) -- since 15
               FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs)) || ')', -- since 15
       'WHERE ' || pg_get_expr(r.prqual, r.prrelid), -- since 15
       NULL), E'\n')
     FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE r.prpubid = p.oid)) AS members
FROM pg_publication p
