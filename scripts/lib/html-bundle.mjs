// A panel or dialog: its TypeScript and its CSS → one HTML file with everything inside, as HtmlService wants it.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';

/**
 * The HTML files to make of a folder: `main.ts` is the panel, and `<name>.dialog.ts` a dialog of that name. CSS is what
 * they import; `main.html` or `<name>.dialog.html` beside them, if present, is the frame.
 */
export function pagesOf(folder) {
  if (!existsSync(folder)) return [];
  const dialogs = readdirSync(folder).filter((name) => name.endsWith('.dialog.ts'));
  const pages = dialogs.map((name) => ({
    entry: join(folder, name),
    name: titleCase(name.slice(0, -'.dialog.ts'.length)),
  }));
  const panel = join(folder, 'main.ts');
  return existsSync(panel) ? [{ entry: panel, name: 'Panel' }, ...pages] : pages;
}

/** Bundles one page into `outDir/<name>.html`. */
export async function bundleHtml({ entry, name, outDir }) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: outDir,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    loader: { '.svg': 'text' },
  });
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  writeFileSync(join(outDir, `${name}.html`), inline(text('.js'), text('.css')));
}

/**
 * One HTML file of a script and a style. Template scriptlets (`<?`) never occur in it, so that it can be served both by
 * `createHtmlOutputFromFile` and as a template.
 */
export function inline(script, style) {
  // `</script` and `<!--` end or bend a script element wherever they stand, in a string too; `<?` opens a scriptlet.
  const safeScript = script.replace(/<(?=\/script|!--|\?)/gi, () => '\\x3c');
  const safeStyle = style.replace(/<(?=\/style)/gi, () => '\\3c ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<base target="_top">
<meta charset="utf-8">
<style>${safeStyle}</style>
</head>
<body>
<div id="app"></div>
<script>${safeScript}</script>
</body>
</html>
`;
}

function titleCase(name) {
  return name.replace(/(?:^|-)(\w)/g, (_all, letter) => letter.toUpperCase());
}
