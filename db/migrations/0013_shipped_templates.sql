INSERT INTO "templates" ("id", "name", "body", "kind", "channel_slug", "position") VALUES
  ('01920000-0000-7000-8000-000000000101', 'Met a new head', E'New head of the department, since when: \nWhat they want to change first: \nWhat they asked of the library: \nBest way to reach them: ', 'new-person', NULL, 1),
  ('01920000-0000-7000-8000-000000000102', 'Complaint heard at the desk', E'What went wrong: \nFor how many, and how often: \nWhat they would have liked: \nWhat we said: ', 'problem', 'enquiry-desk', 2),
  ('01920000-0000-7000-8000-000000000103', 'Visit report', E'What we went for: \nWhat they told us: \nWhat they asked for: \nWhat we promised, and by when: ', NULL, 'visit', 3);
