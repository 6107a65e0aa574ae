import { connect as connectTcp } from "node:net";
import { createWebSocketStream, type WebSocket, WebSocketServer } from "ws";

type Proxy = { address: string; close(): Promise<void> };

let running: { server: WebSocketServer; address: string; users: number } | undefined;

/**
 * What Neon puts in front of its servers, as small as it can be: bytes from a WebSocket go to the PostgreSQL
 * the driver names in its address. One for the process, since the Neon driver keeps its settings once for it.
 */
export async function startNeonProxy(): Promise<Proxy> {
  running ??= await listen();
  const current = running;
  current.users += 1;
  return {
    address: current.address,
    async close() {
      current.users -= 1;
      if (current.users > 0) return;
      if (running === current) running = undefined;
      for (const client of current.server.clients) client.terminate();
      await new Promise((resolve) => current.server.close(resolve));
    },
  };
}

async function listen() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket, request) => {
    const target = new URL(request.url ?? "/", "ws://proxy").searchParams.get("address") ?? "";
    forward(socket, target);
  });
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const address = server.address();
  if (typeof address === "string" || address === null) throw new Error("The proxy has no port.");
  return { server, address: `127.0.0.1:${address.port}`, users: 0 };
}

function forward(socket: WebSocket, target: string): void {
  const [host, port] = target.split(":");
  if (host !== "127.0.0.1" && host !== "localhost") {
    socket.close();
    return;
  }
  const stream = createWebSocketStream(socket);
  const server = connectTcp({ host, port: Number(port) });
  // Either side may go first, at any time; then the other has nothing left to say.
  stream.on("error", () => server.destroy()).on("close", () => server.destroy());
  server.on("error", () => stream.destroy()).on("close", () => stream.destroy());
  stream.pipe(server).pipe(stream);
}
