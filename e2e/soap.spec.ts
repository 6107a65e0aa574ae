import { expect, test } from "./fixtures/story";
import { readQwcFile } from "./quickbooks/connector/qwc-file";

const MB = 1024 * 1024;
const OPERATIONS = [
  ...["serverVersion", "clientVersion", "authenticate", "sendRequestXML"],
  ...["receiveResponseXML", "connectionError", "getLastError", "closeConnection"],
];

const envelope = (call: string) =>
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soap:Body>${call}</soap:Body></soap:Envelope>`;

function post(url: string, operation: string, parameters: Record<string, string>): Promise<Response> {
  const inner = Object.entries(parameters).map(([name, value]) => `<${name}>${value}</${name}>`);
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "text/xml; charset=utf-8",
      soapaction: `"http://developer.intuit.com/${operation}"`,
    },
    body: envelope(`<${operation} xmlns="http://developer.intuit.com/">${inner.join("")}</${operation}>`),
  });
}

test("the addresses that the Web Connector looks at answer 200, signed out", async ({ request }) => {
  const page = await request.get("/api/qbwc");
  expect([page.status(), page.headers()["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect((await request.get("/help/web-connector", { maxRedirects: 0 })).status()).toBe(200);
  const wsdl = await request.get("/api/qbwc?wsdl");
  expect([wsdl.status(), wsdl.headers()["content-type"]]).toEqual([200, "text/xml; charset=utf-8"]);
  const text = await wsdl.text();
  for (const operation of OPERATIONS) expect(text).toContain(`<wsdl:operation name="${operation}"`);
});

test("long answers arrive whole, longer ones than the server takes are refused in words", async ({
  apps,
}) => {
  const office = await apps.seeded();
  const url = `${office.baseURL}/api/qbwc`;
  const { userName } = readQwcFile(office.files.qwc);
  const login = { strUserName: userName, strPassword: process.env.E2E_QWC_PASSWORD ?? "" };
  const signedIn = await (await post(url, "authenticate", login)).text();
  const ticket = /<string>([^<]+)<\/string>/.exec(signedIn)?.[1] ?? "";
  expect(ticket).not.toBe("");

  const answer = (megabytes: number) =>
    post(url, "receiveResponseXML", {
      ticket,
      response: "x".repeat(megabytes * MB),
      hresult: "",
      message: "",
    });
  const whole = await answer(12);
  // Cut short, the envelope would not end, and that would be a fault.
  expect([whole.status, await whole.text()]).toEqual([
    200,
    expect.stringContaining("receiveResponseXMLResult>"),
  ]);
  const refused = await answer(64);
  expect(refused.status).toBe(500);
  const fault = await refused.text();
  expect(fault).toContain("Fault>");
  expect(fault).toContain("longer than this server accepts (60 MB)");
});
