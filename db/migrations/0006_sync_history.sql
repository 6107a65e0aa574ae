ALTER TABLE "runs" ADD COLUMN "purged_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "sync_errors_run_idx" ON "sync_errors" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "message_jobs_job_idx" ON "message_jobs" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "runs_kept_idx" ON "runs" USING btree ("connection_id","started_at") WHERE "runs"."purged_at" is null;