ALTER TABLE "bill_links" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bill_links" ADD COLUMN "missing_at" timestamp with time zone;