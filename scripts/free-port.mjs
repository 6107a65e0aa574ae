import { createServer } from "node:net";

/**
 * A port nobody listens on.
 * @param {number} [wanted] tried first; 0 or absent: any
 * @param {string} [host]
 * @returns {Promise<number>} the wanted one when it is free, else another
 */
export async function freePort(wanted = 0, host = "127.0.0.1") {
  if (wanted && (await isFree(wanted, host))) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {number} port @param {string} [host] @returns {Promise<boolean>} */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
