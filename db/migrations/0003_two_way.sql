CREATE TABLE "payment_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"payment_id" uuid NOT NULL,
	"bill_id" uuid,
	"bill_txn_id" text,
	"amount" numeric(15, 2) DEFAULT '0.00' NOT NULL,
	"discount_amount" numeric(15, 2) DEFAULT '0.00' NOT NULL,
	"discount_account_id" uuid
);
--> statement-breakpoint
CREATE TABLE "payment_credits" (
	"application_id" uuid NOT NULL,
	"credit_id" uuid NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	CONSTRAINT "payment_credits_application_id_credit_id_pk" PRIMARY KEY("application_id","credit_id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"method" text NOT NULL,
	"vendor_id" uuid,
	"ap_account_id" uuid,
	"account_id" uuid,
	"date" date NOT NULL,
	"ref_number" text DEFAULT '' NOT NULL,
	"is_to_be_printed" boolean DEFAULT false NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"exchange_rate" numeric(15, 5),
	"entered_by" uuid,
	"external_guid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"txn_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"removal" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vendor_credits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"txn_id" text NOT NULL,
	"edit_sequence" text NOT NULL,
	"time_modified" text,
	"vendor_list_id" text,
	"ap_account_list_id" text,
	"date" date,
	"ref_number" text DEFAULT '' NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"open_amount" numeric(15, 2),
	"bill_txn_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "pull_seen" (
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "pull_seen_run_id_kind_record_id_pk" PRIMARY KEY("run_id","kind","record_id")
);
--> statement-breakpoint
ALTER TABLE "bills" ALTER COLUMN "entered_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_links" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bill_links" ADD COLUMN "overwrite_edit_sequence" text;--> statement-breakpoint
ALTER TABLE "bill_links" ADD COLUMN "needs_fetch" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bills" ADD COLUMN "exchange_rate" numeric(15, 5);--> statement-breakpoint
ALTER TABLE "bills" ADD COLUMN "removal" jsonb;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "product_version" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "qwc_downloaded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "first_pull_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "compares_next" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "import_bills_since" date;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "default_bank_account_id" uuid;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "default_card_account_id" uuid;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "external_guid" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "entered" jsonb;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "external_guid" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "entered" jsonb;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "name_on_check" text;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "account_number" text;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "address" jsonb;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "entered" jsonb;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "pending_change" jsonb;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "blocked_by" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "response_bytes" integer;--> statement-breakpoint
ALTER TABLE "pull_cursors" ADD COLUMN "page_size" integer;--> statement-breakpoint
ALTER TABLE "run_steps" ADD COLUMN "is_full" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "run_steps" ADD COLUMN "page_size" integer;--> statement-breakpoint
ALTER TABLE "run_steps" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "run_steps" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payment_applications" ADD CONSTRAINT "payment_applications_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_applications" ADD CONSTRAINT "payment_applications_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_applications" ADD CONSTRAINT "payment_applications_discount_account_id_accounts_id_fk" FOREIGN KEY ("discount_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_credits" ADD CONSTRAINT "payment_credits_application_id_payment_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."payment_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_credits" ADD CONSTRAINT "payment_credits_credit_id_vendor_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."vendor_credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_ap_account_id_accounts_id_fk" FOREIGN KEY ("ap_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_credits" ADD CONSTRAINT "vendor_credits_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pull_seen" ADD CONSTRAINT "pull_seen_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_applications_payment_idx" ON "payment_applications" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payment_applications_bill_idx" ON "payment_applications" USING btree ("bill_id");--> statement-breakpoint
CREATE INDEX "payment_credits_credit_idx" ON "payment_credits" USING btree ("credit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_txn_key" ON "payments" USING btree ("connection_id","txn_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_external_guid_key" ON "payments" USING btree ("external_guid");--> statement-breakpoint
CREATE INDEX "payments_vendor_idx" ON "payments" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "payments_recent_idx" ON "payments" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_credits_txn_key" ON "vendor_credits" USING btree ("connection_id","txn_id");--> statement-breakpoint
CREATE INDEX "vendor_credits_vendor_idx" ON "vendor_credits" USING btree ("connection_id","vendor_list_id");--> statement-breakpoint
CREATE INDEX "bill_links_fetch_idx" ON "bill_links" USING btree ("connection_id") WHERE "bill_links"."needs_fetch";--> statement-breakpoint
CREATE INDEX "jobs_checked_idx" ON "jobs" USING btree ("connection_id") WHERE "jobs"."state" = 'blocked' and "jobs"."blocked_by" = 'check';--> statement-breakpoint
UPDATE "jobs" SET "blocked_by" = CASE WHEN "blocked_on" IS NULL THEN 'check' ELSE 'record' END WHERE "state" = 'blocked';
