CREATE TABLE "connector_versions" (
	"address" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "caller_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- The User-Agent of the HTTP library stood there, which says nothing of the Web Connector.
UPDATE "runs" SET "connector_version" = NULL;
