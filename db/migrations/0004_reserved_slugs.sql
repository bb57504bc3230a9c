ALTER TABLE "departments" ADD CONSTRAINT "departments_slug_usable" CHECK (
  slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80
  AND slug <> ALL ('{new,all,edit,briefing,evidence,archive,search,import,export,settings,me,api}')
);
