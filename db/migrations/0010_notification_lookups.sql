CREATE INDEX "notifications_bill_idx" ON "notifications" USING btree ("bill_id","user_id");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("org_id","user_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_unmailed_idx" ON "notifications" USING btree ("org_id") WHERE "notifications"."mailed_at" is null;