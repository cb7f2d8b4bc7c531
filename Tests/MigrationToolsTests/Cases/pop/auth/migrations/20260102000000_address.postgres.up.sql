ALTER TABLE {{ .Options.Namespace }}.users ADD address inet NULL;
