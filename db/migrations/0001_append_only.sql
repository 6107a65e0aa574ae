-- The record of who approved what is never rewritten: the database itself refuses it,
-- whoever asks, the owner of the tables included.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();--> statement-breakpoint
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();--> statement-breakpoint
CREATE TRIGGER bill_revisions_append_only BEFORE UPDATE OR DELETE ON bill_revisions FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();--> statement-breakpoint
CREATE TRIGGER bill_revisions_no_truncate BEFORE TRUNCATE ON bill_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();--> statement-breakpoint
CREATE TRIGGER bill_signatures_append_only BEFORE UPDATE OR DELETE ON bill_signatures FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();--> statement-breakpoint
CREATE TRIGGER bill_signatures_no_truncate BEFORE TRUNCATE ON bill_signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
