import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../run/bundle';

/** Namespaces whose classes the host implements, at least in part. */
const NAMESPACES = [
  'Base',
  'Cache',
  'Content',
  'HTML',
  'Lock',
  'Mail',
  'Properties',
  'Script',
  'Spreadsheet',
  'URL_Fetch',
  'Utilities',
];

export interface Members {
  /** `Spreadsheet.Range` → its members' names. */
  classes: Record<string, string[]>;
  /** Global service objects of Apps Script and the class of each. */
  globals: Record<string, string>;
}

/** Reads the members of every Apps Script class out of `@types/google-apps-script`. */
export function readMembers(): Members {
  const folder = join(projectRoot(), 'node_modules', '@types', 'google-apps-script');
  const members: Members = { classes: {}, globals: {} };
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .sort()) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => visit(node, '', members));
  }
  return members;
}

function visit(node: ts.Node, namespace: string, members: Members): void {
  if (ts.isModuleDeclaration(node) && node.body) {
    const name = node.name.text === 'GoogleAppsScript' ? '' : node.name.text;
    node.body.forEachChild((child) => visit(child, namespace || name, members));
  } else if (ts.isInterfaceDeclaration(node) && NAMESPACES.includes(namespace)) {
    const names = node.members
      .map((member) => member.name?.getText().replace(/^['"]|['"]$/g, ''))
      .filter((name) => name !== undefined);
    const key = `${namespace}.${node.name.text}`;
    members.classes[key] = [...new Set([...(members.classes[key] ?? []), ...names])];
  } else if (ts.isVariableStatement(node) && namespace === '') {
    for (const { name, type } of node.declarationList.declarations) {
      const text = type?.getText() ?? '';
      if (text.startsWith('GoogleAppsScript.'))
        members.globals[name.getText()] = text.slice('GoogleAppsScript.'.length);
    }
  }
}

/** Writes `host/services/members.json`, the list behind "exists at Google; this host does not do it yet". */
export function writeMembers(): void {
  const text = `${JSON.stringify(readMembers(), null, 1)}\n`;
  writeFileSync(join(projectRoot(), 'host', 'services', 'members.json'), text);
}
