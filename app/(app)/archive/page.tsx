import type { Metadata } from "next";
import { BillListPage } from "@/app/_components/bill-list/bill-list-page";
import type { SearchParams } from "@/app/_components/read-address";

export const metadata: Metadata = { title: "Archive" };

export default function ArchivePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <BillListPage tab="archive" searchParams={searchParams} />;
}
