import { MissingPage } from "@/app/_components/missing-page";

export default function NotFound() {
  return <MissingPage />;
}
