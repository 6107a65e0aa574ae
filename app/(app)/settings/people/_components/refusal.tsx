import type { FormState } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";

/** Why a form was refused, where no field of it says so already. */
export function Refusal({ state: { error, fields } }: { state: FormState }) {
  return error && Object.keys(fields).length === 0 ? <Alert tone="red" title={error} live /> : null;
}
