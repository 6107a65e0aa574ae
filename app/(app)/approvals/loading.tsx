import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function ApprovalsLoading() {
  return <ListLoading title="Approvals" />;
}
