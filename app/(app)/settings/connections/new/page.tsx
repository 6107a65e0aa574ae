import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { AddConnection } from "./_components/add-connection";

export const metadata: Metadata = { title: "Connect a company file" };

export default async function NewConnectionPage() {
  const actor = await requireFollower();
  if (!may(actor, "connection.create")) redirect("/settings/connections");
  return (
    <>
      <PageHeader
        back={{ href: "/settings/connections", label: "Connections" }}
        title="Connect a company file"
        description="Through Intuit's QuickBooks Web Connector, on the computer that has QuickBooks. It takes about five minutes."
      />
      <AddConnection />
    </>
  );
}
