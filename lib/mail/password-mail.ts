import { siteAddress } from "@/lib/core/site-address";
import type { NewMail } from "./enqueue-mail";
import { letter } from "./letter";

interface PasswordMail {
  orgId: string;
  /** Of the link: each makes one mail. */
  resetId: string;
  recipient: string;
  name: string;
  path: string;
  /** Why they get it: "You, or somebody else, …". */
  because: string;
  /** For how long the link works: "one hour". */
  lasts: string;
}

/** The mail with the link to a new password. */
export function passwordMail(mail: PasswordMail): NewMail {
  return {
    orgId: mail.orgId,
    cause: `new-password:${mail.resetId}`,
    recipient: mail.recipient,
    subject: "A new password for Countersign",
    ...letter({
      before: [`Hello ${mail.name},`, mail.because],
      link: { label: "Choose a new password", address: siteAddress(mail.path) },
      after: [
        `The link works once, for ${mail.lasts}.`,
        "If you did not expect this, do nothing: nobody else gets the link.",
      ],
    }),
  };
}
