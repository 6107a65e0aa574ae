import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "@/e2e/quickbooks/company/session";
import { openSpoolFiles } from "@/lib/quickbooks/run/payload";
import { callOf, envelope } from "@/lib/quickbooks/soap/serve-for-tests";
import { approvedBill, askAnnThenBob } from "@/lib/testing/bill-story";
import { watchChanges } from "@/lib/testing/change-watch";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { damaged, mutated } from "@/lib/testing/mutate";
import { isSoak, type Random, seeded, seedOr } from "@/lib/testing/seeded";

const ROUNDS = isSoak() ? 10_000 : 500;
const seed = seedOr(20_261_122);

let office: FragileOffice;

beforeAll(async () => {
  office = await openFragileOffice();
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());

const asText = (xml: string) => xml.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const fromQwc = (element: string) => new RegExp(`<${element}>(.*)</${element}>`).exec(office.qwc)?.[1] ?? "";

interface Reply {
  status: number;
  text: string;
}

async function post(body: string | Buffer, contentType = "text/xml; charset=utf-8"): Promise<Reply> {
  const response = await fetch(fromQwc("AppURL"), {
    method: "POST",
    headers: { "content-type": contentType },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  return { status: response.status, text: await response.text() };
}

const resultOf = ({ text }: Reply) => /Result>([^<]*)<\/\w+Result>/.exec(text)?.[1] ?? "";

/** A run as the Web Connector makes it, call by call, so that each answer can be damaged on its way. */
class FuzzedRun {
  private ticket = "";
  private session: Session | undefined;
  /** What the server waits for: the good answer of QuickBooks. */
  answer = "";

  async login(): Promise<void> {
    this.session?.end();
    this.session = office.company.beginSession("", fromQwc("OwnerID"));
    const call = { strUserName: fromQwc("UserName"), strPassword: office.password };
    const reply = await post(envelope(callOf("authenticate", call)));
    this.ticket = /<string>([0-9a-f-]{36})<\/string>/.exec(reply.text)?.[1] ?? "";
    expect(this.ticket, "the good login after the damaged calls").not.toBe("");
    await this.next();
  }

  /** Asks for the next message and has QuickBooks answer it; logs in anew when the run is over. */
  async next(): Promise<void> {
    const reply = await post(envelope(this.sendCall()));
    expect(reply.status, "the good call after the damaged ones").toBe(200);
    const request = resultOf(reply)
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    if (request === "") return this.login();
    this.answer = this.session?.process(request) ?? "";
  }

  sendCall(): string {
    return callOf("sendRequestXML", {
      ticket: this.ticket,
      strHCPResponse: "",
      strCompanyFileName: asText(office.company.state.path),
      qbXMLCountry: "US",
      qbXMLMajorVers: "16",
      qbXMLMinorVers: "0",
    });
  }

  receiveCall(answer: string): string {
    return callOf("receiveResponseXML", {
      ticket: this.ticket,
      response: asText(answer),
      hresult: "",
      message: "",
    });
  }

  /** Hands in the good answer. */
  async goOn(): Promise<void> {
    const reply = await post(envelope(this.receiveCall(this.answer)));
    expect(reply.status).toBe(200);
    await this.next();
  }
}

/** One damaged call: of the answer that is waited for, mostly, and of any other operation. */
function damagedCall(run: FuzzedRun, random: Random): { operation: string; body: Buffer; how: string } {
  if (random.chance(0.75)) {
    const { xml, how } = mutated(run.answer, random);
    const body = envelope(run.receiveCall(xml));
    return { operation: "receiveResponseXML", body: Buffer.from(body, "utf8"), how };
  }
  const others: [string, string][] = [
    ["receiveResponseXML", run.receiveCall(run.answer)],
    ["sendRequestXML", run.sendCall()],
    ["authenticate", callOf("authenticate", { strUserName: fromQwc("UserName"), strPassword: "wrong" })],
    ["serverVersion", callOf("serverVersion", {})],
    ["closeConnection", callOf("closeConnection", { ticket: "00000000-0000-0000-0000-000000000000" })],
    ["connectionError", callOf("connectionError", { ticket: "", hresult: "0x80040400", message: "m" })],
  ];
  const [operation, call] = random.pick(others);
  const broken = random.chance(0.5) ? mutated(envelope(call), random) : undefined;
  if (broken) return { operation, body: Buffer.from(broken.xml, "utf8"), how: broken.how };
  const { bytes, how } = damaged(envelope(call), random);
  return { operation, body: bytes, how };
}

const CONTENT_TYPES = [
  ...Array.from({ length: 9 }, () => "text/xml; charset=utf-8"),
  "text/xml; charset=utf-16",
  "text/xml",
  "application/xml",
];

test(`${ROUNDS} damaged calls: a reply or a Fault each, nothing changed by a refused one (SOAK_SEED=${seed})`, {
  timeout: isSoak() ? 7_200_000 : undefined,
}, async () => {
  const random = seeded(seed);
  const run = new FuzzedRun();
  const counts = { taken: 0, refused: 0, faults: 0 };
  await run.login();
  const changes = await watchChanges(office.database.db);
  let before = await changes();
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 200 === 0) {
      await approvedBill(office);
      before = await changes();
    }
    const { operation, body, how } = damagedCall(run, random);
    const reply = await post(body, random.pick(CONTENT_TYPES));
    const shown = `SOAK_SEED=${seed}, round ${round}, ${operation}, ${how}: ${reply.text.slice(0, 300)}`;
    expect(XMLValidator.validate(reply.text), shown).toBe(true);
    if (reply.status !== 200) {
      expect([reply.status, reply.text.includes(":Fault>")], shown).toEqual([500, true]);
      counts.faults += 1;
    }
    const isTaken =
      reply.status === 200 && operation === "receiveResponseXML" && Number(resultOf(reply)) >= 0;
    if (isTaken) {
      // Damaged so little that it still was an answer: what it said was taken in.
      counts.taken += 1;
      await run.next();
      before = await changes();
    } else {
      counts.refused += 1;
      expect(await changes(), shown).toBe(before);
    }
    if (random.chance(0.1)) {
      await run.goOn();
      before = await changes();
    }
  }
  expect(openSpoolFiles()).toBe(0);
  const bugs = new Set(office.servers.flatMap((server) => server.faults()));
  process.stdout.write(`fuzz: ${JSON.stringify({ seed, rounds: ROUNDS, ...counts, bugs: [...bugs] })}\n`);
  expect([...bugs]).toEqual([]);
  expect(Math.min(counts.taken, counts.refused, counts.faults)).toBeGreaterThan(ROUNDS / 50);
});
