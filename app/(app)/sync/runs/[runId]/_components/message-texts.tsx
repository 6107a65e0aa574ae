import { Alert } from "@/app/_ui/alert";
import { CodeBlock } from "@/app/_ui/code-block";
import { Pagination } from "@/app/_ui/pagination";
import type { Document, MessageTexts as Texts } from "@/lib/quickbooks/sync-views/read-message";

type MessageTextsProps = { texts: Texts; href: string };

/** The address of the message with its request and its answer at these pages. */
const at = (href: string, request: number, response: number): string =>
  `${href}&sent=${request}&answered=${response}`;

function Pages({ shown, hrefOf }: { shown: Document; hrefOf: (page: number) => string }) {
  const { page, hasMore } = shown;
  if (page === 1 && !hasMore) return null;
  return (
    <Pagination
      from={page}
      to={page}
      total={hasMore ? page + 1 : page}
      noun="parts"
      previousHref={page > 1 ? hrefOf(page - 1) : null}
      nextHref={hasMore ? hrefOf(page + 1) : null}
    />
  );
}

const title = (name: string, { page, hasMore }: Document): string =>
  page === 1 && !hasMore ? name : `${name}, part ${page}`;

/** What was sent and what QuickBooks answered, laid out; a long one part by part. */
export function MessageTexts({ texts, href }: MessageTextsProps) {
  const { request, response } = texts;
  return (
    <>
      <CodeBlock title={title("Sent to QuickBooks", request)} code={request.text} />
      <Pages shown={request} hrefOf={(page) => at(href, page, response?.page ?? 1)} />
      {response ? (
        <>
          <CodeBlock title={title("QuickBooks' answer", response)} code={response.text} />
          <Pages shown={response} hrefOf={(page) => at(href, request.page, page)} />
        </>
      ) : (
        <Alert title="No answer is kept for this message" />
      )}
    </>
  );
}
