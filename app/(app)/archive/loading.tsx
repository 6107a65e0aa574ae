import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function ArchiveLoading() {
  return <ListLoading title="Archive" />;
}
