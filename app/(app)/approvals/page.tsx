import type { Metadata } from "next";
import { BillListPage } from "@/app/_components/bill-list/bill-list-page";
import type { SearchParams } from "@/app/_components/read-address";

export const metadata: Metadata = { title: "Approvals" };

export default function ApprovalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <BillListPage tab="approvals" searchParams={searchParams} />;
}
