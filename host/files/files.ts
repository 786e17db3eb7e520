import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, extname } from 'node:path';
import { HostError } from '../error';
import type { HostState } from '../run/state';
import type { Workbook } from '../workbook/workbook';
import { readCsv } from './csv';
import { applySidecar, makeSidecar, type Sidecar } from './sidecar';
import { readXlsx, writeXlsx } from './xlsx';

export interface LoadOptions {
  /** Name of the one sheet of a `.csv`. */
  sheet?: string;
  /** For files that do not say: Google takes the account's, here `Etc/GMT` and `en_US`. */
  timeZone?: string;
  locale?: string;
}

/** Where what an .xlsx can't hold is kept. */
export const sidecarPath = (path: string): string => `${path.replace(/\.xlsx$/i, '')}.state.json`;

/**
 * Opens a workbook: `.xlsx` (with what stands beside it), or `.csv` as one sheet of texts.
 * @throws HostError `missing`, `folder`, `empty`, `broken`, `not-a-workbook`, `locked`, each with one sentence for the person
 */
export function loadWorkbook(path: string, options: LoadOptions = {}): Workbook {
  const bytes = readFile(path);
  const name = basename(path, extname(path));
  if (/\.(csv|tsv|txt)$/i.test(path)) return readCsv(bytes, options.sheet ?? 'order-update', { ...options, name });
  if (/\.(json|html?|xml|pdf|docx?|js|ts|md|png|jpe?g)$/i.test(path) || !looksLikeWorkbook(bytes))
    throw new HostError('not-a-workbook', `"${path}" is not a workbook: it must be an .xlsx or a .csv file.`);
  const book = readXlsx(bytes, path, { ...options, name });
  const sidecar = readSidecar(path);
  if (sidecar) applySidecar(book, sidecar, sidecar.fingerprint === fingerprint(bytes));
  return book;
}

/** What a host left beside the workbook: properties, cache, triggers, clock, quotas. */
export function loadHostState(path: string): HostState | undefined {
  return readSidecar(path)?.host;
}

/**
 * Saves a workbook as `.xlsx`, whole or not at all: a temporary file is written, flushed to the disk and renamed over the old one. What the
 * file can't hold goes beside it as `<name>.state.json`.
 */
export function saveWorkbook(book: Workbook, path: string, host?: HostState): void {
  const bytes = writeXlsx(book);
  writeAtomically(path, bytes);
  const sidecar = makeSidecar(book, fingerprint(bytes), host ?? loadHostState(path));
  writeAtomically(sidecarPath(path), Buffer.from(JSON.stringify(sidecar)));
}

/** Writes a file so that a crash leaves either the old or the new one. */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'w');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new HostError('not-saved', `"${path}" could not be saved: ${(error as Error).message}`);
  }
}

const fingerprint = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');

function readFile(path: string): Buffer {
  if (!existsSync(path)) throw new HostError('missing', `There is no file "${path}".`);
  if (statSync(path).isDirectory()) throw new HostError('folder', `"${path}" is a folder: name the workbook in it.`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new HostError('unreadable', `"${path}" can't be read: ${(error as Error).message}`);
  }
  if (bytes.length === 0) throw new HostError('empty', `"${path}" is empty.`);
  return bytes;
}

/** A zip archive (.xlsx, .ods) or an OLE file (.xls, or an .xlsx with a password). */
const looksLikeWorkbook = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ||
  (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0);

function readSidecar(path: string): Sidecar | undefined {
  const file = sidecarPath(path);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Sidecar;
  } catch {
    throw new HostError(
      'broken-state',
      `"${file}" is damaged: rename or delete it to open the workbook without its formats, properties and triggers.`,
    );
  }
}
