export * from "./schema/audit";
export * from "./schema/bill-links";
export * from "./schema/bills";
export * from "./schema/connections";
export * from "./schema/ledger";
export * from "./schema/organisations";
export * from "./schema/queue";
export * from "./schema/runs";
