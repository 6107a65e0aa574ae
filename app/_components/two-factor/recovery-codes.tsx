import { Alert } from "@/app/_ui/alert";
import { CodeBlock } from "@/app/_ui/code-block";

/** Ten recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="flex flex-col gap-3">
      <CodeBlock title="Your recovery codes" code={codes.join("\n")} copyLabel="Copy the recovery codes" />
      <Alert tone="amber" title="They are shown this once">
        Print them or put them into your password manager. Each signs you in once when your phone is lost.
      </Alert>
    </div>
  );
}
