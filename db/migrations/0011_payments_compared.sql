ALTER TABLE "payments" ADD COLUMN "needs_fetch" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "missing_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "vendor_credits" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "bill_links_newest_idx" ON "bill_links" USING btree ("connection_id","linked_at") WHERE "bill_links"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "payments_fetch_idx" ON "payments" USING btree ("connection_id") WHERE "payments"."needs_fetch";--> statement-breakpoint
CREATE INDEX "payments_unseen_idx" ON "payments" USING btree ("connection_id") WHERE "payments"."seen_at" < "payments"."asked_at" and "payments"."state" = 'recorded';--> statement-breakpoint
CREATE INDEX "payments_missing_idx" ON "payments" USING btree ("connection_id") WHERE "payments"."missing_at" is not null;