import { type Answer, ReasonDialog } from "@/app/_components/reason-dialog";
import type { BillView } from "@/lib/bills/bill-views";
import { approve, reject } from "../../actions";
import { useVerdict } from "./verdict-context";

type OverrideDialogProps = {
  bill: Pick<BillView, "id" | "version" | "allowed">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** An Admin's verdict past the workflow: those of the two that they may give. */
export function OverrideDialog({ bill, ...dialog }: OverrideDialogProps) {
  const { give } = useVerdict();
  const base = { billId: bill.id, version: bill.version, override: true };
  const approveAnyway: Answer = {
    missing: null,
    confirmLabel: "Approve anyway",
    tone: "primary",
    onConfirm: async (note) => {
      await give("approved", () => approve({ ...base, ...(note ? { note } : {}) }));
      return undefined;
    },
  };
  const rejectAnyway: Answer = {
    missing: "Say why you reject it.",
    confirmLabel: "Reject anyway",
    tone: "danger",
    onConfirm: async (note) => {
      await give("rejected", () => reject({ ...base, note }));
      return undefined;
    },
  };
  const mayReject = bill.allowed.override.reject;
  const [expected, other] = bill.allowed.override.approve
    ? [approveAnyway, mayReject ? { other: rejectAnyway } : {}]
    : [rejectAnyway, {}];
  return (
    <ReasonDialog
      {...dialog}
      {...expected}
      {...other}
      title="Override the approval workflow"
      description="Decides about the bill at once, whoever else is still asked. The history says that it was an override."
      label="Note"
      hint={mayReject ? "Whoever entered the bill reads it when you reject it." : undefined}
    />
  );
}
