import { escapeHtml } from "./escape-html";

interface Letter {
  /** Paragraphs above the link. */
  before: string[];
  link: { label: string; address: string };
  /** Paragraphs below it. */
  after: string[];
}

/** A mail with one link in it, as plain text and as HTML that every mail program shows alike. */
export function letter({ before, link, after }: Letter): { text: string; html: string } {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const button = `<p><a href="${escapeHtml(link.address)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#18181b;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`;
  // The address itself, too: for whoever reads mail in a program that shows no buttons.
  const address = `<p style="color:#6b7280;font-size:12px">${escapeHtml(link.address)}</p>`;
  return {
    text: [...before, `${link.label}:\n${link.address}`, ...after].join("\n\n"),
    html: `<div style="font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:15px;line-height:1.5;color:#18181b;max-width:480px">${before.map(paragraph).join("")}${button}${address}${after.map(paragraph).join("")}</div>`,
  };
}
