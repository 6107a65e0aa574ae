import { exportPeriodRecord } from "@/lib/record/export-record";
import { formatOf, recordResponse } from "./record-response";

/** GET ?from=2026-01-01&to=2026-03-31&format=pdf or csv: the record of all bills touched in these days. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  return recordResponse((actor) =>
    exportPeriodRecord(actor, {
      ...{ from: asked.get("from") ?? "", to: asked.get("to") ?? "" },
      format: formatOf(request),
    }),
  );
}
