import type { Tx } from "@/db/client";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { releaseChecked } from "@/lib/queue/blocked-jobs";
import { isConnectedFile, type OpenCompanyFile } from "@/lib/quickbooks/connections/company-file";
import { type Connection, getConnection, rememberCompanyFile } from "@/lib/quickbooks/connections/store";
import { STEP_KINDS } from "@/lib/quickbooks/operations/registry";
import { kindsToCompare } from "./full-comparison";
import { RunEnds } from "./run-ends";
import { layDownSteps, type Run, updateRun } from "./run-store";
import { resolveTroubles } from "./trouble";

/** A newer QuickBooks upgrades the company file for good: part of the file's history, no trouble for the sync. */
async function tellUpgrade(
  tx: Tx,
  run: Run,
  before: Connection,
  file: OpenCompanyFile,
  now: Date,
): Promise<void> {
  if (!before.productVersion || !file.productVersion || before.productVersion === file.productVersion) return;
  await record(tx, [
    {
      orgId: run.orgId,
      subject: run.orgId,
      ...QUICKBOOKS,
      name: "connection.upgraded",
      data: { name: before.name, from: before.productName ?? before.productVersion, to: file.productName },
      at: now,
    },
  ]);
}

/** US messages alone are built; another country's edition would refuse them, or misread tax. */
const COUNTRY = "US";

/**
 * Checks that the open company file is the connected one, remembers what it says of itself and lays
 * down the steps of the run. Nothing is asked of, or written into, any other file.
 * @throws RunEnds for a foreign file, another country's edition, a QuickBooks that is too old
 */
export async function recogniseRun(tx: Tx, run: Run, file: OpenCompanyFile, now: Date): Promise<void> {
  const connection = await getConnection(tx, run.orgId, run.connectionId);
  if (!isConnectedFile(connection, file)) {
    throw RunEnds.because(
      "foreign-company-file",
      `The open company file "${file.companyName}" is not the one that "${connection.name}" is connected to. Open the right file in QuickBooks and run again. Nothing was changed.`,
      [
        {
          orgId: run.orgId,
          subject: run.orgId,
          ...QUICKBOOKS,
          name: "connection.foreign-file",
          data: { name: connection.name, found: file.companyName },
          at: now,
        },
      ],
    );
  }
  if (file.country.toUpperCase() !== COUNTRY) {
    throw RunEnds.because(
      "country",
      `Countersign works with the US edition of QuickBooks; this one is "${file.country}".`,
    );
  }
  if (!file.qbxmlVersion) {
    throw RunEnds.because(
      "too-old",
      `${file.productName} is too old: it speaks no version of qbXML that Countersign knows.`,
    );
  }
  await tellUpgrade(tx, run, connection, file, now);
  await rememberCompanyFile(tx, connection.id, file, now);
  await resolveTroubles(tx, run);
  await releaseChecked(tx, connection.id);
  const compared = await kindsToCompare(tx, run, connection.comparesNext, now);
  await layDownSteps(tx, run.id, STEP_KINDS, compared);
  await updateRun(tx, run.id, {
    recognisedAt: now,
    lastError: null,
    companyFilePath: file.path,
    productName: file.productName,
    qbxmlVersion: file.qbxmlVersion,
  });
  run.recognisedAt = now;
  run.lastError = null;
  run.qbxmlVersion = file.qbxmlVersion;
}
