import { ListLoading } from "@/app/_components/bill-list/list-loading";

export default function InboxLoading() {
  return <ListLoading title="Inbox" />;
}
