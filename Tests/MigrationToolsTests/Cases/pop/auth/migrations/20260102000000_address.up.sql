ALTER TABLE {{ .Options.Namespace }}.users ADD address text NULL;
