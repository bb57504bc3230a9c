CREATE TABLE "change_marks" (
	"xid" "xid8" PRIMARY KEY DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION mark_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.change_marks (xid) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'approaches', 'channels', 'comments', 'contacts', 'corroborations',
    'department_aliases', 'department_changes', 'department_handovers', 'department_liaisons', 'department_moved_insights',
    'department_needs', 'department_profiles', 'department_sources', 'departments', 'enquiries',
    'enquiry_sources', 'evidence_cards', 'evidence_quotes', 'files', 'follows',
    'handover_readings', 'insight_departments', 'insight_tags', 'insights', 'issue_picks',
    'people', 'phrase_uses', 'phrases', 'question_answers', 'questions_to_ask',
    'services', 'settings', 'source_checks', 'summary_citations', 'summary_sentences',
    'tag_merge_uses', 'tag_merges', 'tag_synonyms', 'tags', 'teams',
    'tellings', 'thanks', 'weekly_issues'
  ] LOOP
    EXECUTE format('CREATE TRIGGER change_marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION mark_change()', name);
  END LOOP;
END $$;
