import { createHash } from "node:crypto";
import { escapeXml } from "@/lib/quickbooks/soap/xml-text";

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1f2937;background:#fff}" +
  "code{background:#f3f4f6;padding:.1em .3em;overflow-wrap:anywhere}" +
  "@media(prefers-color-scheme:dark){body{color:#e5e7eb;background:#111827}code{background:#1f2937}}";

/** The page's own policy: the address stands outside the app's proxy, which sets it for all other pages. */
export const SERVICE_PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What a person sees who opens the address in a browser. The Web Connector asks for it too, to look at the
 * certificate, and takes anything but 200 for a certificate error (QBWC1048).
 */
export function servicePage(address: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Countersign: address for the QuickBooks Web Connector</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>This address is for the QuickBooks Web Connector</h1>
<p>It works: <code>${escapeXml(address)}</code> is where the Web Connector on the QuickBooks computer
exchanges bills with Countersign. There is nothing to do here in a browser.</p>
<h2>To connect a company file</h2>
<ol>
<li>Sign in to <a href="/">Countersign</a> as an Admin, add the company file and download its <code>.qwc</code> file.</li>
<li>On the QuickBooks computer, open the company file as its Admin, in single-user mode.</li>
<li>In the Web Connector choose <b>Add an application</b>, open the <code>.qwc</code> file and let QuickBooks grant access.</li>
<li>Enter the password that Countersign showed, tick the company file and press <b>Update Selected</b>.</li>
</ol>
<p>More is on <a href="/help/web-connector">the help page</a>.</p>
</main>
</body>
</html>
`;
}
