import type { GeneratedSheet } from './types';
import { STAFF } from './words';

/** What the shop has told the program already: who its people are, and in which country its numbers are dialled. */
export function officeSheets(): GeneratedSheet[] {
  const people = STAFF.map((name, index) => [
    name,
    `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}@hedgeandgarlic.example`,
    index === 0 ? 'owner' : 'member',
    'yes',
  ]);
  return [
    { name: 'staff', rows: [['Name', 'E-mail', 'Role', 'Takes new ones'], ...people] },
    {
      name: 'settings',
      rows: [
        ['Setting', 'Value', 'What it does'],
        ['Country', 'GB', ''],
        ['Currency', 'GBP', ''],
      ],
    },
  ];
}
