/** A change of one field, as people read it: names and amounts, not ids. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

/**
 * Every event there is, and what each tells. The past is read with these types for ever: a field may
 * be added, none may be renamed or change its meaning.
 */
export interface Events {
  "bill.entered": { amount: string; vendor: string; invoiceNumber: string };
  "bill.changed": { changes: FieldChange[]; restartsApproval: boolean };
  "bill.submitted": { round: number; revision: number; revisionHash: string; approvers: string[] };
  "bill.signed": {
    round: number;
    step: number;
    revision: number;
    revisionHash: string;
    note?: string;
    override: boolean;
  };
  "bill.approved": { round: number; revision: number };
  "bill.rejected": { round: number; revision: number; revisionHash: string; note: string };
  "bill.unapproved": { reason: string; round: number; wasLinked: boolean };
  "bill.queued": { operation: "add" | "change" };
  "bill.requeued": Record<string, never>;
  "bill.withdrawn": Record<string, never>;
  "bill.refused": { code: string; message: string; attempt: number; removed: boolean };
  "bill.linked": { txnId: string; found: boolean };
  "bill.updated": { txnId: string };
  "bill.changed-in-quickbooks": { changes: FieldChange[] };
  "bill.paid": { payments: { date: string; amount: string; refNumber?: string }[] };
  "bill.reopened": { openAmount: string };
  "bill.voided": Record<string, never>;
  "bill.deleted-in-quickbooks": Record<string, never>;
  "vendor.created": { name: string };
  "vendor.linked": { name: string; listId: string; found: boolean };
  "organisation.created": { name: string };
  "member.added": { userId: string; name: string; email: string; roles: string[] };
  "member.changed": { userId: string; name: string; changes: FieldChange[] };
  "member.deactivated": { userId: string; name: string };
  "member.reactivated": { userId: string; name: string };
  "member.password-reset": { userId: string; name: string };
  "connection.created": { name: string };
  "connection.changed": { change: "paused" | "resumed" | "frequency" | "password" | "deleted"; name: string };
  "connection.second-computer": { name: string };
  "connection.foreign-file": { name: string; found: string };
}
