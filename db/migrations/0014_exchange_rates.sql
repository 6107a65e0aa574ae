ALTER TABLE "bills" ALTER COLUMN "exchange_rate" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "exchange_rate" SET DATA TYPE numeric;