/** One thing in a message: whom it is about, what else there is to say, and where it stands in the sheet. */
export interface MessageLine {
  /** The follow-up; `''` in a figure. */
  id: string;
  title: string;
  /** `''`: none is known. */
  phone: string;
  detail: string;
  /** `''`: nothing to open. */
  url: string;
}

export interface MessageSection {
  title: string;
  lines: MessageLine[];
  /** How many there are in all. */
  total: number;
}

/** What one person is told at once, whatever the channel. */
export interface Message {
  subject: string;
  intro: string;
  sections: MessageSection[];
  /** The workbook. */
  url: string;
}

/** Lines of a section that are written out; the others are counted. */
export const LINES_SHOWN = 50;

/** Telegram and Chat take 4,096 characters a message; what would not fit is counted too. */
const CHARACTERS = 3600;

/** A section of these lines, of which the first {@link LINES_SHOWN} are written out. */
export function sectionOf(title: string, lines: readonly MessageLine[]): MessageSection {
  return { title, lines: lines.slice(0, LINES_SHOWN), total: lines.length };
}

const more = ({ lines, total }: MessageSection) => (total > lines.length ? [`and ${total - lines.length} more`] : []);

/** The message in plain text, for mail programs that show no HTML. */
export function asText({ intro, sections, url }: Message): string {
  const parts = sections.map((section) =>
    [
      section.title,
      ...section.lines.map((line) => [`• ${both(line)}`, ...(line.url === '' ? [] : [`  ${line.url}`])].join('\n')),
      ...more(section),
    ].join('\n'),
  );
  return [intro, ...parts, url].filter((part) => part !== '').join('\n\n');
}

const said = (parts: readonly string[], between: string) => parts.filter((part) => part !== '').join(between);

/** A line in plain text. */
export const both = ({ title, phone, detail }: MessageLine) => said([title, said([phone, detail], ' · ')], ' – ');

/** Text between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const link = (url: string, text: string) =>
  url === '' ? escapeHtml(text) : `<a href="${escapeHtml(url)}" style="color:#3b82f6">${escapeHtml(text)}</a>`;

const dim = (text: string) => (text === '' ? '' : `<span style="opacity:.75">${escapeHtml(text)}</span>`);

/** A number that a telephone calls when it is touched. */
const callable = (phone: string) => (phone === '' ? '' : link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone));

/** The message as HTML. It names no background, so that it is dark where the reader's mail program is. */
export function asHtml({ intro, sections, url }: Message): string {
  const parts = sections.map((section) => {
    const items = section.lines.map(
      (line) =>
        `<li style="margin:8px 0">${link(line.url, line.title)}<br>${said([callable(line.phone), dim(line.detail)], ' · ')}</li>`,
    );
    const rest = more(section).map((text) => `<p>${text}</p>`);
    return `<h3 style="margin:20px 0 4px">${escapeHtml(section.title)}</h3><ul style="padding-left:20px">${items.join('')}</ul>${rest.join('')}`;
  });
  return `<meta name="color-scheme" content="light dark"><div style="font:15px/1.4 sans-serif;max-width:640px"><p>${escapeHtml(intro)}</p>${parts.join('')}<p>${link(url, 'Open the workbook')}</p></div>`;
}

/**
 * The message for a chat, as long as one may be.
 * @param anchor a link as the chat writes it
 * @param safe makes a text safe for the chat's markup
 * @param bold a heading as the chat writes it
 */
export function asChat(
  message: Message,
  anchor: (url: string, text: string) => string,
  safe: (text: string) => string,
  bold: (text: string) => string,
): string {
  const out = [safe(message.intro)];
  let room = CHARACTERS - out[0].length;
  for (const section of message.sections) {
    out.push('', bold(safe(section.title)));
    let shown = 0;
    for (const { title, phone, detail, url } of section.lines) {
      const below = safe(said([phone, detail], ' · '));
      const line = `• ${url === '' ? safe(title) : anchor(url, safe(title))}${below === '' ? '' : `\n   ${below}`}`;
      if (line.length > room) break;
      room -= line.length;
      out.push(line);
      shown++;
    }
    if (section.total > shown) out.push(`and ${section.total - shown} more`);
  }
  return out.join('\n').trim();
}
