DROP INDEX {{ .Options.Namespace }}.users_address_idx;
