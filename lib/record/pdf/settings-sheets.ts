import type { ProvenEntry } from "../proven-entry";
import type { PageWriter } from "./page-writer";
import { writeEvents, writeEventsHead } from "./write-events";

/** What changed in the settings, some events at a time; gives how many were written each time. */
export async function* writeSettings(
  page: PageWriter,
  settings: AsyncIterable<ProvenEntry[]>,
  { onNewSheet }: { onNewSheet: boolean },
): AsyncGenerator<number> {
  let isFirst = true;
  for await (const events of settings) {
    if (isFirst) {
      if (onNewSheet) page.sheet();
      page.title("What changed in the settings");
      page.paragraph(
        "The approval workflow, groups, absences, people and their sign-in, connections, exports.",
        {
          muted: true,
        },
      );
      page.rule();
      writeEventsHead(page);
      isFirst = false;
    }
    writeEvents(page, events);
    yield events.length;
  }
}
