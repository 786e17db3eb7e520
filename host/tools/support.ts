import { classes } from '../services/globals';
import members from '../services/members.json';

/** What the host has of every Apps Script class it knows, as a page of Markdown. Made of the code, so that it can't be wrong for long. */
export function supportPage(): string {
  const lists = members.classes as Record<string, string[]>;
  const rows: string[] = [];
  const details: string[] = [];
  for (const name of Object.keys(classes).sort()) {
    const all = [...new Set(lists[name] ?? [])].filter((member) => member !== 'toString').sort();
    const have = new Set(membersOf(classes[name]));
    const missing = all.filter((member) => !have.has(member));
    rows.push(`| ${name} | ${all.length - missing.length} of ${all.length} |`);
    const supported = all.filter((member) => have.has(member));
    details.push(
      `### ${name}\n\nSupported: ${supported.join(', ') || '–'}.\n${missing.length ? `\nNot yet: ${missing.join(', ')}.\n` : ''}`,
    );
  }
  const services = Object.entries(members.globals as Record<string, string>)
    .filter(([global, type]) => !(type in classes) && !WITHOUT_CLASS.has(global))
    .map(([global]) => global);
  return [
    '# What the host supports',
    '',
    'Made by `host/tools/generate.ts` out of the code; a test fails when it is out of date. A member that Google has and the host has not throws',
    '`Range.setRichTextValue exists at Google; this host does not do it yet`. Formulas are kept as text and not calculated.',
    '',
    '| class | members |',
    '| --- | --- |',
    ...rows,
    '',
    `Services that are not there at all: ${services.join(', ')}.`,
    '',
    ...details,
  ].join('\n');
}

/** Globals that are enums or older names of what is there. */
const WITHOUT_CLASS = new Set([
  'Charset',
  'Date2',
  'DigestAlgorithm',
  'MacAlgorithm',
  'MimeType',
  'ScriptProperties',
  'UserProperties',
]);

/** All members of a class: methods along its prototypes, and the fields (enums) of a fresh object where it can be made without arguments. */
function membersOf(type: abstract new (...args: never[]) => object): string[] {
  const names: string[] = [];
  for (let proto = type.prototype; proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto))
    names.push(...Object.getOwnPropertyNames(proto));
  return [...names, ...fieldsOf(type)];
}

function fieldsOf(type: abstract new (...args: never[]) => object): string[] {
  try {
    return Object.keys(Reflect.construct(type, []));
  } catch {
    return [];
  }
}
