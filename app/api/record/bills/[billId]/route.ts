import { formatOf, recordResponse } from "@/app/api/record/record-response";
import { exportBillRecord } from "@/lib/record/export-record";

/** GET ?format=pdf or csv: the record of one bill. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ billId: string }> },
): Promise<Response> {
  const { billId } = await params;
  return recordResponse((actor) => exportBillRecord(actor, { billId, format: formatOf(request) }));
}
