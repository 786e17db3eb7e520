import type { Host, HostOptions } from '../../host';
import { ScriptedUi } from '../../host';
import { hostOn, run, table, workbookOf } from '../support/product';
import { TOKEN } from './protocols.cjs';
import type { Wire } from './wire';

export const MINUTE = 60_000;

/** Monday, 2 November 2026, 10:00 in London: digests are over. */
export const TEN = Date.UTC(2026, 10, 2, 10);

interface Person {
  name: string;
  role?: string;
  told?: string;
  quiet?: string;
  active?: string;
}

const leadRow = (name: string, index: number) => [
  name,
  `'+4420794600${10 + index}`,
  `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`,
];

/** A shop with leads and staff, and a clock that moves with what the calls cost. */
export function office(
  people: Person[],
  leads: string[],
  options: Partial<HostOptions> = {},
  settings: string[][] = [],
): Host & { ui: ScriptedUi } {
  const book = workbookOf({
    leads: [['Name', 'Phone', 'E-mail'], ...leads.map(leadRow)],
    staff: [
      ['Name', 'E-mail', 'Role', 'Takes new ones', 'Told by', 'Quiet hours'],
      ...people.map(({ name, role = 'member', told = '', quiet = '', active = 'yes' }) => [
        name,
        `${name.toLowerCase()}@example.com`,
        role,
        active,
        told,
        quiet,
      ]),
    ],
    settings: [['Setting', 'Value', 'What it does'], ['Matching', 'exact', ''], ['Country', 'GB', ''], ...settings],
  });
  const host = hostOn(book, { freezeClock: false, keepRealm: true, now: TEN, ui: new ScriptedUi(), ...options });
  run(host, 'turnAutomaticOn');
  return host;
}

/** More leads come in. */
export function addLeads(host: Host, names: readonly string[]): void {
  const top = host.book.sheet('leads').rows.length + 1;
  host.person.paste('leads', `A${top}`, names.map(leadRow));
}

/** Types the token into the prompt of the menu, and starts the bot as these people. */
export function joinTelegram(host: Host & { ui: ScriptedUi }, wire: Wire, chats: Record<string, number>): void {
  const stores = host.state.properties;
  stores[`user:${host.user}`] = { ...stores[`user:${host.user}`], telegram: JSON.stringify({ api: wire.base }) };
  host.ui = new ScriptedUi([`telegram ${TOKEN}`]);
  run(host, 'setConnections');
  const text = (host.ui as ScriptedUi).shown.at(-1)?.text ?? '';
  for (const [name, chat] of Object.entries(chats)) {
    const code = new RegExp(`${name}: https://t.me/followups_bot\\?start=(\\S+)`).exec(text)?.[1];
    wire.act('write', { chat, text: `/start ${code}` });
  }
  host.advance(2 * MINUTE);
}

export const followUp = (host: Host, name: string) => table(host.book, 'followed-up').find((row) => row.Name === name);
