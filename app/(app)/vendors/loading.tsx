import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function VendorsLoading() {
  return <ListLoading title="Vendors" />;
}
