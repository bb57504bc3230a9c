CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();--> statement-breakpoint
CREATE TRIGGER events_not_emptied BEFORE TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();--> statement-breakpoint
INSERT INTO "channels" ("id", "slug", "name", "phrase", "formality", "position") VALUES
  ('01920000-0000-7000-8000-000000000001', 'corridor', 'Corridor conversation', 'in a corridor', 'informal', 1),
  ('01920000-0000-7000-8000-000000000002', 'coffee', 'Coffee', 'over coffee', 'informal', 2),
  ('01920000-0000-7000-8000-000000000003', 'enquiry-desk', 'Enquiry desk', 'at the enquiry desk', 'informal', 3),
  ('01920000-0000-7000-8000-000000000004', 'social-media', 'Social media', 'on social media', 'informal', 4),
  ('01920000-0000-7000-8000-000000000005', 'research-seminar', 'Research seminar', 'at a research seminar', 'informal', 5),
  ('01920000-0000-7000-8000-000000000006', 'exhibition', 'Exhibition or performance in the library', 'at an exhibition or performance', 'informal', 6),
  ('01920000-0000-7000-8000-000000000007', 'book-launch', 'Book launch or event', 'at a book launch or event', 'informal', 7),
  ('01920000-0000-7000-8000-000000000008', 'wellbeing-event', 'Wellbeing event', 'at a wellbeing event', 'informal', 8),
  ('01920000-0000-7000-8000-000000000009', 'university-network', 'University-wide network', 'in a university-wide network', 'informal', 9),
  ('01920000-0000-7000-8000-00000000000a', 'online-chat', 'Online chat', 'in online chat', 'informal', 10),
  ('01920000-0000-7000-8000-00000000000b', 'student-partner', 'Student partner', 'from a student partner', 'informal', 11),
  ('01920000-0000-7000-8000-00000000000c', 'website-check', 'Website or publication check', 'on a website or in a publication', 'informal', 12),
  ('01920000-0000-7000-8000-00000000000d', 'departmental-meeting', 'Departmental meeting', 'at a departmental meeting', 'formal', 13),
  ('01920000-0000-7000-8000-00000000000e', 'board-of-study', 'Board of study', 'at a board of study', 'formal', 14),
  ('01920000-0000-7000-8000-00000000000f', 'library-committee', 'Library committee', 'at a library committee', 'formal', 15),
  ('01920000-0000-7000-8000-000000000010', 'teaching-committee', 'Teaching and learning committee', 'at a teaching and learning committee', 'formal', 16),
  ('01920000-0000-7000-8000-000000000011', 'email', 'Email correspondence', 'by e-mail', 'formal', 17),
  ('01920000-0000-7000-8000-000000000012', 'library-rep', 'Library representative', 'from the library representative', 'formal', 18),
  ('01920000-0000-7000-8000-000000000013', 'training-session', 'Training session', 'at a training session', 'formal', 19),
  ('01920000-0000-7000-8000-000000000014', 'visit', 'Visit or briefing', 'on a visit or briefing', 'formal', 20);
