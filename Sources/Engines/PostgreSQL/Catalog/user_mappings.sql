-- User mappings. Only the options that are known to be no secrets leave the server with their values.
SELECT u.umid, u.srvname, u.umuser,
  (SELECT string_agg(o.option_name || '=' || CASE
     WHEN o.option_name IN ('user', 'username', 'password_required', 'use_scram_passthrough') THEN
         CASE WHEN o.option_value ~ '[\n\\]' THEN to_json(o.option_value)::text ELSE o.option_value END
     ELSE chr(1) END, E'\n')
   FROM pg_options_to_table(u.umoptions) o) AS options,
  -- The view shows none of them to whom they don't concern.
  u.umoptions IS NULL AND NOT (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) AS unreadable
FROM pg_user_mappings u
