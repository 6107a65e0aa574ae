/**
 * The name of the element that answers each request of a message, by requestID: read from the very bytes that
 * were sent, which `buildMessageSet` wrote.
 */
export const answersTo = ({ request }: { request: string }): ReadonlyMap<string, string> =>
  new Map(
    [...request.matchAll(/<(\w+)Rq requestID="([^"]+)"/g)].map(([, name, id]) => [id ?? "", `${name}Rs`]),
  );
