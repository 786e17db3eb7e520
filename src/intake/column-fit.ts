import type { Profile } from './content';
import type { FieldName, SourceKind } from './record';

/** Whether cells look like what the field holds: `fits` speaks for it, `clashes` against it, `silent` leaves it to the header. */
export type Fit = 'fits' | 'silent' | 'clashes';

const DATES: readonly FieldName[] = ['birthDate', 'orderDate', 'shipDate', 'leadDate', 'contactDate', 'dueDate'];
const NUMBERS: readonly FieldName[] = ['quantity', 'unitPrice', 'amount'];
const NAMES: readonly FieldName[] = ['name', 'given', 'family', 'company'];
const WORDS: readonly FieldName[] = ['city', 'region', 'country', 'status', 'channel', 'owner', 'article'];

function dateFit(cells: Profile): Fit {
  if (cells.date >= 0.5) return 'fits';
  return cells.number + cells.integer > 0.5 && cells.phone < 0.5 && cells.length <= 8 && cells.length >= 5
    ? 'silent'
    : cells.date < 0.15
      ? 'clashes'
      : 'silent';
}

function nameFit(field: FieldName, cells: Profile): Fit {
  const foreign = Math.max(cells.email, cells.phoneSure, cells.date, cells.number, cells.url, cells.code);
  if (foreign > 0.5) return 'clashes';
  if (field === 'company') return cells.company >= 0.3 ? 'fits' : 'silent';
  if (cells.company > 0.8) return 'clashes';
  if (field === 'name') return cells.commonName >= 0.3 && cells.words >= 0.5 ? 'fits' : 'silent';
  return cells.commonName >= 0.25 && cells.word >= 0.6 ? 'fits' : 'silent';
}

function idFit(cells: Profile): Fit {
  if (Math.max(cells.email, cells.date, cells.url, cells.boolean) > 0.5) return 'clashes';
  if (cells.words > 0.6 && cells.code < 0.2) return 'clashes';
  return cells.code + cells.integer > 0.7 && cells.distinct > 0.2 ? 'fits' : 'silent';
}

/** How a column's cells agree with a field. Fewer than three filled cells say nothing. */
export function fitOf(field: FieldName, cells: Profile): Fit {
  if (cells.filled < 3) return 'silent';
  if (field === 'email') return cells.email >= 0.5 ? 'fits' : cells.email < 0.2 ? 'clashes' : 'silent';
  if (field === 'phone')
    return cells.phone >= 0.5
      ? 'fits'
      : cells.phone < 0.2 && cells.number < 0.7
        ? 'clashes'
        : cells.phone < 0.05
          ? 'clashes'
          : 'silent';
  if (DATES.includes(field)) return dateFit(cells);
  if (NUMBERS.includes(field))
    return cells.number >= 0.6 && cells.date < 0.3 ? 'fits' : cells.number < 0.3 ? 'clashes' : 'silent';
  if (NAMES.includes(field)) return nameFit(field, cells);
  if (field === 'country') return cells.country >= 0.6 ? 'fits' : cells.country < 0.1 ? 'clashes' : 'silent';
  if (field === 'currency')
    return cells.currency >= 0.6
      ? 'fits'
      : Math.max(cells.number, cells.email, cells.date) > 0.5
        ? 'clashes'
        : 'silent';
  if (field === 'address')
    return Math.max(cells.email, cells.phoneSure, cells.date, cells.url) > 0.5
      ? 'clashes'
      : cells.address >= 0.5
        ? 'fits'
        : 'silent';
  if (field === 'postcode')
    return Math.max(cells.email, cells.date, cells.url, cells.money, cells.words) > 0.6 || cells.length > 14
      ? 'clashes'
      : 'silent';
  if (field === 'note') return 'silent';
  if (field === 'region' && cells.status > 0.5) return 'clashes';
  if (field === 'status' && cells.status >= 0.5) return 'fits';
  if (WORDS.includes(field))
    return Math.max(cells.phoneSure, cells.date, cells.url, field === 'owner' ? 0 : cells.email) > 0.5 ||
      (field !== 'article' && cells.number > 0.8)
      ? 'clashes'
      : 'silent';
  return idFit(cells);
}

/** What cells alone, under a header that says nothing, look like. `sure`: unmistakable. */
export function guessField(
  cells: Profile,
  kind: SourceKind,
): { field: FieldName; sure: boolean; share: number } | null {
  if (cells.filled < 3) return null;
  if (cells.email >= 0.8) return { field: 'email', sure: true, share: cells.email };
  if (cells.phoneSure >= 0.8 && cells.phone >= 0.8) return { field: 'phone', sure: false, share: cells.phone };
  if (cells.country >= 0.9 && cells.distinct < 0.7 && cells.length > 3)
    return { field: 'country', sure: false, share: cells.country };
  if (cells.currency >= 0.9) return { field: 'currency', sure: false, share: cells.currency };
  if (cells.company >= 0.6 && cells.commonName < 0.5) return { field: 'company', sure: false, share: cells.company };
  if (cells.commonName >= 0.4 && cells.words >= 0.7 && cells.number < 0.1)
    return { field: 'name', sure: false, share: cells.words };
  if (cells.properNames >= 0.7 && cells.distinct >= 0.6)
    return { field: 'name', sure: false, share: cells.properNames };
  if (cells.status >= 0.8) return { field: 'status', sure: false, share: cells.status };
  if (cells.date >= 0.8) return { field: kind === 'orders' ? 'orderDate' : 'leadDate', sure: false, share: cells.date };
  if (kind === 'leads' && cells.length >= 25 && cells.number < 0.2 && cells.address < 0.5 && cells.distinct > 0.4)
    return { field: 'note', sure: false, share: 1 };
  if (kind === 'orders' && cells.code >= 0.8 && cells.distinct >= 0.9)
    return { field: 'orderId', sure: false, share: cells.code };
  return null;
}
