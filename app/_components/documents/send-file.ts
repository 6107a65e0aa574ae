import type { DocumentView } from "@/lib/bills/bill-documents";

/** What became of a file that was sent: a document, or words why not. */
export type Sent = { document: DocumentView } | { error: string };

const LOST = "The connection broke off. Try again.";

/**
 * Sends one file. `onProgress` is told the share that has gone, 0 to 100. fetch cannot say how far it has
 * come, so this is the older way.
 */
export function sendFile(
  file: File,
  onProgress: (percent: number) => void,
): { done: Promise<Sent>; cancel(): void } {
  const request = new XMLHttpRequest();
  const done = new Promise<Sent>((resolve) => {
    request.open("POST", `/api/documents?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) return resolve({ document: answer as DocumentView });
      const { message } = (answer ?? {}) as { message?: string };
      resolve({ error: message ?? `The server did not take it (${request.status}).` });
    };
    request.onerror = () => resolve({ error: LOST });
    request.onabort = () => resolve({ error: LOST });
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
