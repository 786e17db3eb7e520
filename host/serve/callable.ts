import { parse } from 'acorn';

/**
 * The functions of a script that `google.script.run` offers: declared at the top level, with a name that does not end in `_`.
 * https://developers.google.com/apps-script/guides/html/communication "Private functions"
 */
export function callableFunctions(code: string): string[] {
  const names = parse(code, { ecmaVersion: 'latest', sourceType: 'script' }).body.map((node) =>
    node.type === 'FunctionDeclaration' ? (node.id?.name ?? '') : '',
  );
  return names.filter((name) => name !== '' && !name.endsWith('_'));
}
