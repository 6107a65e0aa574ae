import { siteAddress } from "@/lib/core/site-address";
import { escapeHtml } from "@/lib/mail/escape-html";
import { KINDS, type Kind, type Told } from "./kinds";
import { wordsOf } from "./words";

/** One notification as a mail says it. Its type, and not an interface, because it is part of rows. */
export type Line = { kind: Kind; told: Told };

interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** Of very many, a mail lists these, and says how many more there are. */
const MOST_LINES = 100;

const escaped = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");

const link = (href: string, words: string): string =>
  `<a href="${escaped(href)}" style="color:#1d5fd1">${escaped(words)}</a>`;

/** A text of names that anybody may have typed, on one line: it becomes a mail's subject. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const quoteOf = ({ quote }: Told): string =>
  quote ? `<p style="margin:4px 0;color:#555">“${escaped(quote)}”</p>` : "";

const OPEN: Record<Kind, string> = {
  waits: "Open the bill",
  reminder: "Open the bill",
  rejected: "Open the bill",
  mentioned: "Open the bill",
  "sync-error": "See what to do",
  silent: "See what to do",
};

/** Why this mail came and where to have it otherwise, in both forms. */
function footOf(organisation: string): { text: string; html: string } {
  const profile = siteAddress("/settings/profile");
  const words = `Countersign of ${organisation}. How you get mail is up to you:`;
  return {
    text: `-- \n${words}\n${profile}\n`,
    html: `<p style="margin-top:24px;color:#777;font-size:12px">${escaped(words)} ${link(profile, "your profile")}.</p>`,
  };
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><body style="font:14px/1.5 system-ui,sans-serif;color:#1a1a1a">${body}</body></html>`;

/** The mail about one notification. */
export function mailOf({ kind, told }: Line, organisation: string): MailText {
  const words = wordsOf(kind, told);
  const address = siteAddress(told.href);
  const foot = footOf(organisation);
  return {
    subject: oneLine(words),
    text: [`${words}.`, told.quote && `“${told.quote}”`, `${OPEN[kind]}: ${address}`, foot.text]
      .filter(Boolean)
      .join("\n\n"),
    html: page(
      `<p style="margin:0;font-size:16px">${escaped(words)}.</p>${quoteOf(told)}<p>${link(address, OPEN[kind])}</p>${foot.html}`,
    ),
  };
}

/** One mail about many: each kind under its heading, one line each. */
export function listMail(lines: readonly Line[], organisation: string): MailText {
  const kinds = Object.keys(KINDS) as Kind[];
  const parts = kinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length === 0 ? [] : [{ heading: KINDS[kind], own }];
  });
  const shown = new Set(parts.flatMap(({ own }) => own).slice(0, MOST_LINES));
  const more = lines.length - shown.size;
  const rest = more > 0 ? { words: `And ${more} more`, address: siteAddress("/notifications") } : undefined;
  const foot = footOf(organisation);
  const listed = parts
    .map(({ heading, own }) => ({
      heading: `${heading} (${own.length})`,
      own: own.filter((line) => shown.has(line)),
    }))
    .filter(({ own }) => own.length > 0);
  return {
    subject: oneLine(
      `${organisation}: ${parts.map(({ heading, own }) => `${heading.toLowerCase()} ${own.length}`).join(", ")}`,
    ),
    text: [
      ...listed.map(({ heading, own }) =>
        [
          heading,
          ...own.map(({ kind, told }) => `- ${wordsOf(kind, told)}\n  ${siteAddress(told.href)}`),
        ].join("\n"),
      ),
      rest && `${rest.words}: ${rest.address}`,
      foot.text,
    ]
      .filter(Boolean)
      .join("\n\n"),
    html: page(
      listed
        .map(
          ({ heading, own }) =>
            `<h2 style="font-size:15px;margin:16px 0 4px">${escaped(heading)}</h2><ul style="margin:0;padding-left:18px">${own
              .map(
                ({ kind, told }) =>
                  `<li>${link(siteAddress(told.href), wordsOf(kind, told))}${quoteOf(told)}</li>`,
              )
              .join("")}</ul>`,
        )
        .join("") +
        (rest ? `<p>${link(rest.address, rest.words)}</p>` : "") +
        foot.html,
    ),
  };
}
