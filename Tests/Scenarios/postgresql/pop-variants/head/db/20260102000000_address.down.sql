ALTER TABLE {{ .Options.Namespace }}.users DROP address;
