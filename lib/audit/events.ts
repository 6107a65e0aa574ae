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
  /** `source`: the file and the row that it was read from, "march.csv, row 12". */
  "bill.entered": { amount: string; vendor: string; invoiceNumber: string; source?: string };
  "bill.changed": { changes: FieldChange[]; restartsApproval: boolean };
  /** An edit that let the signatures count on, frozen as the revision that later ones are given on. */
  "bill.revised": { round: number; revision: number; revisionHash: string };
  "bill.submitted": { round: number; revision: number; revisionHash: string; approvers: string[] };
  "bill.signed": {
    round: number;
    step: number;
    revision: number;
    revisionHash: string;
    note?: string;
    override: boolean;
    /** The absent approver for whom a stand-in signed, by name. */
    for?: string;
    /** The same by id, null for nobody. An event that has it was given its signature's own instant. */
    forUserId?: string | null;
  };
  /** `cause`: "the approval workflow was changed". */
  "bill.rerouted": { round: number; cause: string; approvers: string[] };
  "bill.approver-added": { round: number; step: number; userId: string; name: string; note?: string };
  /** Somebody's words on the bill; whoever is mentioned is told. */
  "bill.commented": { text: string; mentions: { userId: string; name: string }[] };
  "bill.document-added": { name: string; hash: string; size: number };
  "bill.document-removed": { name: string; hash: string };
  "bill.approved": { round: number; revision: number };
  /** What is optional is as in "bill.signed", and was not told of older rejections. */
  "bill.rejected": {
    round: number;
    step?: number;
    revision: number;
    revisionHash: string;
    note: string;
    override?: boolean;
    for?: string;
    forUserId?: string | null;
  };
  "bill.unapproved": { reason: string; round: number; wasLinked: boolean };
  "bill.queued": { operation: "add" | "change" };
  "bill.requeued": Record<string, never>;
  /** `disconnected`: the company file that it waited for. */
  "bill.withdrawn": { disconnected?: string };
  "bill.refused": { code: string; message: string; attempt: number; removed: boolean };
  "bill.linked": { txnId: string; found: boolean };
  "bill.updated": { txnId: string };
  "bill.changed-in-quickbooks": { changes: FieldChange[] };
  "bill.paid": { payments: { date: string; amount: string; refNumber?: string }[] };
  "bill.reopened": { openAmount: string };
  "bill.voided": Record<string, never>;
  "bill.deleted-in-quickbooks": Record<string, never>;
  /** It was linked, and is neither in the company file nor among what was deleted: a backup was restored. */
  "bill.missing-in-quickbooks": { txnId: string };
  /** It was gone and is there again: a backup brought it back. */
  "bill.reappeared": Record<string, never>;
  "bill.imported": { txnId: string; amount: string; vendor: string; invoiceNumber: string };
  "bill.merged": { changes: FieldChange[] };
  "bill.removal-ordered": { how: "void" | "delete"; reason: string };
  "bill.removal-withdrawn": { how: "void" | "delete" };
  /** `byApproval`: it was deleted in QuickBooks while it was not approved here. */
  "bill.added-again": { oldTxnId: string; byApproval?: true };
  /** What became in QuickBooks of a bill that is not approved here just now: it moves with the next approval. */
  "bill.seen-in-quickbooks": {
    what: "paid" | "reopened" | "voided" | "deleted" | "missing" | "reappeared";
  };
  "bill.conflict": { changes: FieldChange[] };
  "bill.conflict-resolved": { kept: "approved" | "quickbooks" };
  "bill.payment-recorded": {
    paymentId: string;
    amount: string;
    method: string;
    date: string;
    refNumber: string;
  };
  "bill.payment-removed": { paymentId: string; how: "withdrawn" | "void" | "delete" | "missing" };
  "payment.recorded": { vendor: string; amount: string; method: string; date: string; bills: string[] };
  "payment.requeued": Record<string, never>;
  "payment.linked": { txnId: string | null; found: boolean };
  "payment.refused": { code: string; message: string; attempt: number; removed: boolean };
  "payment.removal-ordered": { how: "void" | "delete"; reason: string };
  "payment.removal-withdrawn": { how: "void" | "delete" };
  "payment.removed": { how: "withdrawn" | "void" | "delete" | "missing" };
  "vendor.created": { name: string };
  "vendor.linked": { name: string; listId: string; found: boolean };
  "vendor.changed": { name: string; changes: FieldChange[] };
  "vendor.updated": { name: string };
  /** Changed in QuickBooks as well: its version stands, what was wished here does not. */
  "vendor.change-overruled": { name: string; changes: FieldChange[] };
  "item.created": { name: string; itemType: string };
  "item.linked": { name: string; listId: string; found: boolean };
  "customer.created": { name: string };
  "customer.linked": { name: string; listId: string; found: boolean };
  /** A vendor, an item or a customer:job that QuickBooks refused. */
  "entry.refused": { code: string; message: string; attempt: number; removed: boolean };
  "entry.queued": Record<string, never>;
  "entry.renamed": { from: string; to: string };
  "entry.merged": { list: string; from: string; into: string };
  "workflow.changed": { changes: FieldChange[] };
  "group.created": { name: string; members: string[] };
  "group.changed": { name: string; changes: FieldChange[] };
  "group.deleted": { name: string };
  /** Days, both included. */
  "absence.entered": { userId: string; name: string; standIn: string; firstDay: string; lastDay: string };
  "absence.removed": { userId: string; name: string; firstDay: string; lastDay: string };
  /** The record was taken out as a file: of one bill, or of a period. */
  "record.exported": { format: "pdf" | "csv"; what: string };
  "organisation.created": { name: string };
  "organisation.changed": { changes: FieldChange[] };
  "member.added": { userId: string; name: string; email: string; roles: string[] };
  "member.changed": { userId: string; name: string; changes: FieldChange[] };
  "member.deactivated": { userId: string; name: string };
  "member.reactivated": { userId: string; name: string };
  "member.invited": { name: string; email: string; roles: string[] };
  "member.invitation-revoked": { name: string; email: string };
  "member.joined": { userId: string; name: string; email: string };
  "member.password-changed": { userId: string; name: string };
  "member.two-factor": {
    userId: string;
    name: string;
    change: "on" | "off" | "reset" | "new-recovery-codes";
  };
  "member.recovery-code-used": { userId: string; name: string; left: number };
  "member.sessions-ended": { userId: string; name: string; sessions: number };
  "member.password-reset": { userId: string; name: string };
  "connection.created": { name: string };
  "connection.changed": {
    change:
      | "paused"
      | "resumed"
      | "frequency"
      | "password"
      | "deleted"
      | "reconnected"
      | "import"
      | "payment-accounts";
    name: string;
  };
  "connection.compared": { name: string; reason: string };
  /** The Web Connector has not called for longer than it should. */
  "connection.silent": { name: string; lastContactAt: string | null };
  "connection.upgraded": { name: string; from: string; to: string };
  "connection.second-computer": { name: string };
  "connection.foreign-file": { name: string; found: string };
}
