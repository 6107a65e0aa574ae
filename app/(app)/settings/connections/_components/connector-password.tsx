import { PasswordOnce } from "@/app/_components/password-once";

/** The password of a connection, just made. */
export function ConnectorPassword({ password }: { password: string }) {
  return (
    <PasswordOnce password={password} label="Password for the Web Connector">
      Copy it now, or keep this window open until it is pasted.
    </PasswordOnce>
  );
}
