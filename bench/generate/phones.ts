import type { Form } from './forms';
import type { PhoneNumber } from './types';

/**
 * A range of numbers that regulators keep free for films and books, so that nobody is called from a demo. Ofcom "Telephone
 * numbers for use in TV and radio drama", Bundesnetzagentur "Drama numbers", Arcep decision 2018-0881, NANPA 555-01XX.
 */
export interface Block {
  code: string;
  trunk: string;
  area: string;
  prefix: string;
  /** How many digits after the prefix are free. */
  free: number;
}

const british = (area: string, prefix: string): Block => ({ code: '44', trunk: '0', area, prefix, free: 3 });

/** By the town or country that a number belongs to. */
export const BLOCKS: Record<string, Block> = {
  Bristol: british('117', '4960'),
  London: british('20', '79460'),
  Cardiff: british('29', '20180'),
  Birmingham: british('121', '4960'),
  Manchester: british('161', '4960'),
  Leeds: british('113', '4960'),
  Edinburgh: british('131', '4960'),
  Glasgow: british('141', '4960'),
  Liverpool: british('151', '4960'),
  Reading: british('118', '4960'),
  Newcastle: british('191', '4980'),
  Belfast: british('28', '96496'),
  FR: { code: '33', trunk: '0', area: '1', prefix: '9900', free: 4 },
  DE: { code: '49', trunk: '0', area: '30', prefix: '23125', free: 3 },
  US: { code: '1', trunk: '', area: '617', prefix: '55501', free: 2 },
};

/** The `serial`-th number of a block. Past the block's end numbers are invented: only long bench sheets get there. */
export function numberOf(block: Block, serial: number): PhoneNumber {
  const size = 10 ** block.free;
  const length = block.prefix.length + block.free;
  const local =
    serial < size
      ? block.prefix + pad((serial * 617 + Number(block.area) * 53) % size, block.free)
      : block.prefix[0] + pad((serial * 7919) % 10 ** (length - 1), length - 1);
  const middle = length - 4;
  return { code: block.code, trunk: block.trunk, groups: [block.area, local.slice(0, middle), local.slice(middle)] };
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** `+441174960123` */
export function e164(phone: PhoneNumber): string {
  return `+${phone.code}${phone.groups.join('')}`;
}

const national = (phone: PhoneNumber, space = ' ') => phone.trunk + phone.groups.join(space);
const international = (phone: PhoneNumber, space = ' ') => [`+${phone.code}`, ...phone.groups].join(space);

type PhoneForm = Form<readonly PhoneNumber[], string[]>;

const british0 = (phones: readonly PhoneNumber[]) => phones[0].code === '44';

/** A form whose number can still be read. */
function readable(
  mess: string,
  share: number,
  cell: (phone: PhoneNumber) => string | number,
  fits?: PhoneForm['fits'],
): PhoneForm {
  return { mess, share, fits, write: ([phone]) => ({ cell: cell(phone), clean: [e164(phone)] }) };
}

/** A cell from which no number can be had. */
function lost(mess: string, share: number, cell: (phone: PhoneNumber) => string | number): PhoneForm {
  return { mess, share, write: ([phone]) => ({ cell: cell(phone), clean: [] }) };
}

/** How telephone numbers are written, the harmless way first; a value is the person's numbers, the one meant first. */
export const PHONE_FORMS: readonly PhoneForm[] = [
  readable('', 1, (phone) => international(phone)),
  readable('phone-national', 0.22, (phone) => national(phone), british0),
  readable('phone-lost-zero', 0.14, (phone) => Number(phone.groups.join('')), british0),
  readable('phone-number-with-code', 0.05, (phone) => Number(phone.code + phone.groups.join(''))),
  readable('phone-dashes', 0.05, (phone) => national(phone, '-'), british0),
  readable('phone-no-spaces', 0.06, (phone) => international(phone, '')),
  readable('phone-brackets', 0.03, bracketed, british0),
  readable('phone-zero-in-brackets', 0.04, (phone) => `+${phone.code} (0)${phone.groups.join(' ')}`, british0),
  readable('phone-double-zero', 0.03, (phone) => `00${phone.code} ${phone.groups.join(' ')}`),
  readable('phone-label', 0.02, (phone) => `tel. ${national(phone)}`, british0),
  readable('phone-extension', 0.012, (phone) => `${national(phone)} ext 12`, british0),
  readable('phone-trailing-space', 0.03, (phone) => `${international(phone)}  `),
  readable('phone-no-break-space', 0.02, (phone) => `${international(phone, '\u00a0')}\u00a0`),
  readable('phone-apostrophe', 0.01, (phone) => `'${national(phone)}`, british0),
  {
    mess: 'phone-two-in-cell',
    share: 0.02,
    fits: (phones) => phones.length > 1 && british0(phones),
    write: ([one, two]) => ({ cell: `${national(one)} / ${national(two)}`, clean: [e164(one), e164(two)] }),
  },
  { mess: 'phone-formula', share: 0.006, write: ([phone]) => ({ cell: subtraction(phone), clean: [] }) },
  lost('phone-error', 0.015, () => '#ERROR!'),
  lost('phone-scientific', 0.005, (phone) =>
    Number(phone.code + phone.groups.join(''))
      .toExponential(4)
      .toUpperCase(),
  ),
  lost('phone-too-short', 0.01, (phone) => phone.groups[phone.groups.length - 1]),
  lost('phone-filler', 0.012, () => 'N/A'),
  lost('phone-zeros', 0.008, () => '0000000000'),
  lost('phone-blank', 0.05, () => ''),
];

function bracketed(phone: PhoneNumber): string {
  const [area, ...rest] = phone.groups;
  return `(${phone.trunk}${area}) ${rest.join('')}`;
}

/** `+44-117-496-0123` typed into a cell is taken as a sum, and shows its negative result. */
function subtraction(phone: PhoneNumber) {
  const value = phone.groups.reduce((rest, group) => rest - Number(group), Number(phone.code));
  // A formula keeps no leading zeros: `0123` is the number 123.
  return { formula: [`=+${phone.code}`, ...phone.groups.map((group) => String(Number(group)))].join('-'), value };
}
