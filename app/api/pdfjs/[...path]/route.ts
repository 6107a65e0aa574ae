import { findViewerFile } from "@/lib/documents/viewer-file";

/** GET /api/pdfjs/<version>/<path>: a file of the PDF viewer, the same for everybody and for as long as its version. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const [, ...path] = (await params).path;
  const file = await findViewerFile(path.join("/"));
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.bytes, {
    headers: { "content-type": file.type, "cache-control": "public, max-age=31536000, immutable" },
  });
}
