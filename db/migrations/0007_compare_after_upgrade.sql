-- What is kept of list entries has grown: the next run of every company file reads them all anew.
UPDATE "connections" SET "compares_next" = true WHERE "recognised_at" IS NOT NULL;
