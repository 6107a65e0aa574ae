import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { bigVendors } from "@/e2e/quickbooks/seed/demo-company";
import { openOffice } from "@/lib/testing/office";
import { rounded } from "./figures";

const SAMPLE_MS = 20;

/** Vendors through an iterator: rows a second in the server's own calls, and how much memory that took. */
export async function measurePull(vendors: number): Promise<Record<string, number>> {
  const office = await openOffice({ company: new CompanyFile(bigVendors(vendors)) });
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, SAMPLE_MS);
  try {
    const report = await office.run();
    if (!report.ok) throw new Error(report.statusText);
    const pages = report.requests.filter((request) => request.includes("<VendorQueryRq")).length;
    const receiving = report.calls.filter((call) => call.operation === "receiveResponseXML");
    const pageCalls = receiving.filter((call) => call.requestBytes > 50_000);
    const ms = pageCalls.reduce((sum, call) => sum + call.ms, 0);
    const bytes = pageCalls.reduce((sum, call) => sum + call.requestBytes, 0);
    return {
      ingest_vendors: vendors,
      ingest_pages: pages,
      ingest_rows_per_s: rounded((vendors * 1000) / ms),
      ingest_mb_per_s: rounded(bytes / 1000 / ms),
      // One process: the simulated QuickBooks, which holds the whole list, counts too.
      ingest_peak_rss_growth_mb: rounded((peak - before) / 1024 / 1024),
    };
  } finally {
    clearInterval(sampler);
    await office.close();
  }
}
