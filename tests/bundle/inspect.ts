/**
 * What Google would find in a built bundle: looked at by parsing it (Google lists the top-level functions of the text)
 * and by loading it in a bare context (where a service call at load, or a missing global, shows).
 */
import { createContext, Script } from 'node:vm';
import { type Node, parse } from 'acorn';
import ts from 'typescript';

/** Services that a script of ours may name. https://developers.google.com/apps-script/reference */
export const SERVICES = [
  'SpreadsheetApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'MailApp',
  'GmailApp',
  'CalendarApp',
  'DriveApp',
  'UrlFetchApp',
  'HtmlService',
  'ContentService',
  'ScriptApp',
  'Session',
  'Utilities',
  'Logger',
  'Browser',
  'Maps',
  'Charts',
  'ContactsApp',
  'People',
];

/** Globals of browsers and of Node that Apps Script's V8 does not have. */
export const FORBIDDEN = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask', 'fetch', 'URL'],
  ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'structuredClone', 'btoa', 'atob', 'crypto'],
  ...['process', 'require', 'module', 'exports', 'Buffer', 'global', '__dirname', '__filename'],
  ...['window', 'document', 'self', 'navigator', 'location', 'localStorage', 'XMLHttpRequest', 'Worker', 'Blob'],
];

interface TopLevel extends Node {
  type: 'FunctionDeclaration';
  id: { name: string };
}

/** The functions that `src/main.ts` exports. Throws on an export that gas-webpack-plugin would miss in silence. */
export function declaredEntryPoints(mainSource: string): string[] {
  const file = ts.createSourceFile('main.ts', mainSource, ts.ScriptTarget.ES2022, true);
  return file.statements.filter(isExport).map((statement) => {
    if (ts.isFunctionDeclaration(statement) && statement.name) return statement.name.text;
    throw new Error(`Only \`export function name()\` becomes an entry point, not: ${statement.getText().slice(0, 60)}`);
  });
}

function isExport(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  if (ts.isExportAssignment(statement)) return true;
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return !isType && modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** Names of the functions declared at the top level of the text. Throws a SyntaxError on anything newer than ES2019. */
export function topLevelFunctions(code: string): string[] {
  const program = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  return program.body
    .filter((node): node is typeof node & TopLevel => node.type === 'FunctionDeclaration')
    .map((node) => node.id.name);
}

/** The {@link FORBIDDEN} globals that the code names, other than in `typeof name`, which asks without touching. */
export function forbiddenGlobals(code: string): string[] {
  // As TypeScript and not JavaScript, where the compiler would give `module` and `require` a meaning of their own.
  const file = ts.createSourceFile('Code.ts', code, ts.ScriptTarget.ES2019, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === 'Code.ts' ? file : undefined),
  };
  const checker = ts.createProgram(['Code.ts'], { noLib: true, types: [], noResolve: true }, host).getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && FORBIDDEN.includes(node.text) && isFree(node, checker)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].sort();
}

function isFree(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = name;
  if (ts.isTypeOfExpression(parent)) return false;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === name) return false;
  if (ts.isMethodDeclaration(parent) || ts.isAccessor(parent)) return false;
  return checker.getSymbolAtLocation(name) === undefined;
}

/** Loads the code where every service throws when touched; answers the functions it leaves in the global object. */
export function globalsAfterLoad(code: string): string[] {
  const sandbox: Record<string, unknown> = {};
  for (const name of SERVICES) sandbox[name] = untouchable(name);
  const context = createContext(sandbox);
  new Script(code, { filename: 'Code.js' }).runInContext(context);
  return Object.keys(sandbox).filter((name) => !SERVICES.includes(name) && typeof sandbox[name] === 'function');
}

function untouchable(name: string): unknown {
  const refuse = (): never => {
    throw new Error(`${name} is used while the bundle loads`);
  };
  return new Proxy(refuse, { get: refuse, apply: refuse, construct: refuse, has: refuse });
}

/** Names of functions given as text to `addItem(caption, name)` and `newTrigger(name)`. */
export function namesGivenToGoogle(code: string): string[] {
  const file = ts.createSourceFile('Code.ts', code, ts.ScriptTarget.ES2019, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const position = { addItem: 1, newTrigger: 0 }[node.expression.name.text];
      const argument = position === undefined ? undefined : node.arguments[position];
      if (argument && ts.isStringLiteral(argument)) names.push(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** Functions that an HTML file calls by `google.script.run[.with…(…)].name(…)`. */
export function calledFromHtml(html: string): string[] {
  const names: string[] = [];
  for (const [, script] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const { name, expression } = node.expression;
        if (/^google\s*\.\s*script\s*\.\s*run\b/.test(expression.getText()) && !name.text.startsWith('with')) {
          names.push(name.text);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('panel.js', script ?? '', ts.ScriptTarget.ES2022, true));
  }
  return names;
}
