ALTER TABLE {{ index .Options "Namespace" }}.users ADD email text;
