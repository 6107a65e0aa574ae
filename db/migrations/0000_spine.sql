CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bill_links" (
	"bill_id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"txn_id" text NOT NULL,
	"edit_sequence" text NOT NULL,
	"time_modified" text,
	"written" jsonb,
	"current" jsonb,
	"open_amount" numeric(15, 2),
	"is_paid" boolean DEFAULT false NOT NULL,
	"payments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_voided" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bill_approvers" (
	"bill_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"step" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"need" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "bill_approvers_bill_id_round_step_user_id_pk" PRIMARY KEY("bill_id","round","step","user_id")
);
--> statement-breakpoint
CREATE TABLE "bill_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bill_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"item_id" uuid,
	"description" text DEFAULT '' NOT NULL,
	"quantity" numeric(15, 5),
	"cost" numeric(15, 5),
	"amount" numeric(15, 2) NOT NULL,
	"class_id" uuid,
	"customer_id" uuid,
	"billable" boolean DEFAULT false NOT NULL,
	"txn_line_id" text
);
--> statement-breakpoint
CREATE TABLE "bill_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bill_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bill_signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bill_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"step" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"is_override" boolean DEFAULT false NOT NULL,
	"note" text,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bills" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"vendor_id" uuid,
	"invoice_number" text DEFAULT '' NOT NULL,
	"bill_date" date,
	"due_date" date,
	"terms_id" uuid,
	"ap_account_id" uuid,
	"memo" text DEFAULT '' NOT NULL,
	"amount" numeric(15, 2) DEFAULT '0.00' NOT NULL,
	"entered_by" uuid NOT NULL,
	"external_guid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"file_id" text NOT NULL,
	"run_every_minutes" integer DEFAULT 360 NOT NULL,
	"company_file_path" text,
	"company_name" text,
	"recognised_at" timestamp with time zone,
	"product_name" text,
	"country" text,
	"qbxml_version" text,
	"preferences" jsonb,
	"first_contact_at" timestamp with time zone,
	"last_contact_at" timestamp with time zone,
	"last_run_ended_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_username_unique" UNIQUE("username"),
	CONSTRAINT "connections_file_id_unique" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"parent_list_id" text,
	"account_type" text NOT NULL,
	"account_number" text,
	"description" text
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"parent_list_id" text
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"parent_list_id" text,
	"company_name" text
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"parent_list_id" text,
	"item_type" text NOT NULL,
	"purchase_description" text,
	"purchase_cost" numeric(15, 5),
	"expense_account_list_id" text
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"due_days" integer,
	"day_of_month_due" integer,
	"due_next_month_days" integer
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"list_id" text,
	"edit_sequence" text,
	"time_modified" text,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp with time zone,
	"company_name" text,
	"email" text,
	"phone" text,
	"terms_list_id" text,
	"balance" numeric(15, 2),
	"external_guid" text
);
--> statement-breakpoint
CREATE TABLE "approval_workflows" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"approval_limit" numeric(15, 2),
	"supervisor_id" uuid,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"window_started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"message_id" uuid,
	"number" integer NOT NULL,
	"status_code" text NOT NULL,
	"status_message" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "jobs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"rank" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_refused_run_id" uuid,
	"blocked_on" uuid,
	"blocked_reason" text,
	"bisect_group" uuid,
	"is_stale" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_errors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"job_id" uuid,
	"kind" text,
	"subject_id" uuid,
	"attempt" integer,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"run_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "message_jobs" (
	"message_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"operation" text NOT NULL,
	"payload" jsonb NOT NULL,
	"refusal" jsonb,
	"settled_at" timestamp with time zone,
	CONSTRAINT "message_jobs_message_id_job_id_pk" PRIMARY KEY("message_id","job_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"message_set_id" text,
	"settles" uuid,
	"step" integer,
	"state" text NOT NULL,
	"requests" integer NOT NULL,
	"request" text NOT NULL,
	"response" "bytea",
	"hresult" text,
	"hresult_message" text,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "messages_message_set_id_unique" UNIQUE("message_set_id")
);
--> statement-breakpoint
CREATE TABLE "pull_cursors" (
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"modified_up_to" text,
	"completed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pull_cursors_connection_id_kind_pk" PRIMARY KEY("connection_id","kind")
);
--> statement-breakpoint
CREATE TABLE "run_steps" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"iterator_id" text,
	"remaining" integer,
	"received" integer DEFAULT 0 NOT NULL,
	"from_modified" text,
	"newest_modified" text,
	CONSTRAINT "run_steps_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"ticket" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"recognised_at" timestamp with time zone,
	"connector_version" text,
	"company_file_path" text,
	"product_name" text,
	"qbxml_version" text,
	"last_error" text,
	"status_text" text,
	"written" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"pulled" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_call_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "runs_ticket_unique" UNIQUE("ticket")
);
--> statement-breakpoint
ALTER TABLE "bill_links" ADD CONSTRAINT "bill_links_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_links" ADD CONSTRAINT "bill_links_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_approvers" ADD CONSTRAINT "bill_approvers_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_approvers" ADD CONSTRAINT "bill_approvers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_revisions" ADD CONSTRAINT "bill_revisions_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_revisions" ADD CONSTRAINT "bill_revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_signatures" ADD CONSTRAINT "bill_signatures_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_signatures" ADD CONSTRAINT "bill_signatures_revision_id_bill_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."bill_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_signatures" ADD CONSTRAINT "bill_signatures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_terms_id_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_ap_account_id_accounts_id_fk" FOREIGN KEY ("ap_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendors" ADD CONSTRAINT "vendors_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_workflows" ADD CONSTRAINT "approval_workflows_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_supervisor_id_users_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_attempts" ADD CONSTRAINT "job_attempts_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_errors" ADD CONSTRAINT "sync_errors_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_errors" ADD CONSTRAINT "sync_errors_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_errors" ADD CONSTRAINT "sync_errors_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_jobs" ADD CONSTRAINT "message_jobs_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pull_cursors" ADD CONSTRAINT "pull_cursors_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_steps" ADD CONSTRAINT "run_steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_seq_key" ON "audit_events" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "audit_events_org_idx" ON "audit_events" USING btree ("org_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "bill_links_txn_key" ON "bill_links" USING btree ("connection_id","txn_id");--> statement-breakpoint
CREATE INDEX "bill_links_open_idx" ON "bill_links" USING btree ("connection_id","seen_at") WHERE not "bill_links"."is_paid" and "bill_links"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "bill_approvers_user_idx" ON "bill_approvers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "bill_lines_bill_idx" ON "bill_lines" USING btree ("bill_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "bill_revisions_number_key" ON "bill_revisions" USING btree ("bill_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "bill_signatures_once_key" ON "bill_signatures" USING btree ("bill_id","round","user_id");--> statement-breakpoint
CREATE INDEX "bills_tab_idx" ON "bills" USING btree ("org_id","state","created_at");--> statement-breakpoint
CREATE INDEX "bills_invoice_idx" ON "bills" USING btree ("connection_id","vendor_id",lower("invoice_number"));--> statement-breakpoint
CREATE UNIQUE INDEX "bills_external_guid_key" ON "bills" USING btree ("external_guid");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_list_id_key" ON "accounts" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "accounts_name_idx" ON "accounts" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "classes_list_id_key" ON "classes" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "classes_name_idx" ON "classes" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "customers_list_id_key" ON "customers" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "customers_name_idx" ON "customers" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "items_list_id_key" ON "items" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "items_name_idx" ON "items" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "terms_list_id_key" ON "terms" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "terms_name_idx" ON "terms" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "vendors_list_id_key" ON "vendors" USING btree ("connection_id","list_id");--> statement-breakpoint
CREATE INDEX "vendors_name_idx" ON "vendors" USING btree ("connection_id",lower("full_name"));--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "job_attempts_run_key" ON "job_attempts" USING btree ("job_id","run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_open_key" ON "jobs" USING btree ("connection_id","kind","subject_id") WHERE "jobs"."state" in ('waiting', 'blocked', 'sent', 'in_doubt', 'removed');--> statement-breakpoint
CREATE INDEX "jobs_next_idx" ON "jobs" USING btree ("connection_id","rank","seq") WHERE "jobs"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "jobs_blocked_idx" ON "jobs" USING btree ("blocked_on") WHERE "jobs"."state" = 'blocked';--> statement-breakpoint
CREATE INDEX "jobs_subject_idx" ON "jobs" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "sync_errors_open_idx" ON "sync_errors" USING btree ("org_id","created_at") WHERE "sync_errors"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "sync_errors_subject_idx" ON "sync_errors" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "sync_errors_job_idx" ON "sync_errors" USING btree ("job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_in_flight_key" ON "messages" USING btree ("connection_id") WHERE "messages"."purpose" = 'write' and "messages"."state" in ('sent', 'in_doubt', 'unsettled');--> statement-breakpoint
CREATE INDEX "messages_run_idx" ON "messages" USING btree ("run_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_last_write_idx" ON "messages" USING btree ("connection_id","sent_at") WHERE "messages"."purpose" = 'write';--> statement-breakpoint
CREATE UNIQUE INDEX "runs_open_key" ON "runs" USING btree ("connection_id") WHERE "runs"."state" = 'open';--> statement-breakpoint
CREATE INDEX "runs_recent_idx" ON "runs" USING btree ("connection_id","started_at");