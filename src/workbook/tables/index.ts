import { PAGES_SHEET } from '../pages';
import type { Table } from '../table';
import { archive } from './archive';
import { escalation, pipelines, settings, sources, staff } from './config';
import { followedUp } from './followed-up';
import { activity, importLog, needsFixing, systemLog } from './logs';
import { duplicates, people } from './people';

/** Every managed sheet, in the order in which *Set up* lays the tabs. */
export const TABLES = [
  followedUp,
  people,
  duplicates,
  needsFixing,
  sources,
  staff,
  pipelines,
  escalation,
  settings,
  archive,
  activity,
  importLog,
  systemLog,
] as unknown as readonly Table[];

/** Raise it together with a step in `migrations.ts`. */
export const SCHEMA_VERSION = 1;

/** Whether `sheet` is one of ours, and so never a source. */
export function isManaged(sheet: string): boolean {
  return sheet === PAGES_SHEET || TABLES.some((table) => table.sheet === sheet);
}
