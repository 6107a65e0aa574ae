import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function AccountsPayableLoading() {
  return <ListLoading title="Accounts Payable" />;
}
