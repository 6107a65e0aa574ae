import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function PaymentsLoading() {
  return <ListLoading title="Payments" />;
}
