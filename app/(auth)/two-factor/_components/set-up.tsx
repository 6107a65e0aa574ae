"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { SetUpSteps } from "@/app/_components/two-factor/set-up-steps";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";

/** Sets it up, and shows the recovery codes although it is needed no more once they are there. */
export function SetUp({ isNeeded }: { isNeeded: boolean }) {
  const [wasNeeded] = useState(isNeeded);
  const goOn = (
    <Button asChild variant="primary">
      <Link href="/">Go on</Link>
    </Button>
  );
  if (!wasNeeded) {
    return (
      <>
        <Alert tone="green" title="There is nothing left to set up" />
        <div>{goOn}</div>
      </>
    );
  }
  return (
    <>
      <SetUpSteps done={goOn} />
      {isNeeded ? (
        <div>
          <Button variant="link" onClick={() => void signOut({ callbackUrl: "/sign-in" })}>
            Sign out
          </Button>
        </div>
      ) : null}
    </>
  );
}
