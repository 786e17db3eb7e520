import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The HTML files of a script's folder by name, without and with `.html`, as createHtmlOutputFromFile takes them. */
export function readHtmlFiles(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.html')))
    files[name.slice(0, -'.html'.length)] = readFileSync(join(folder, name), 'utf8');
  return files;
}
