{{- /* everything stands in one schema */ -}}
CREATE TABLE {{ index .Options "Namespace" }}.users (id uuid NOT NULL);
