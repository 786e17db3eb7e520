import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { de } from '../../sidebar/texts/de';
import { en } from '../../sidebar/texts/en';

const folder = join(__dirname, '..', '..', 'sidebar');
/** Words of the program, not of a person: keys of the keyboard, headers that are compared. */
const NO_TEXT = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Esc', 'UTC'];
const HEADERS = ['Phone', 'E-mail'];

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the texts of the panel', () => {
  it('are complete in German, with the same values filled in', () => {
    const german: Record<string, string> = de;
    const wrong = Object.entries(en).filter(
      ([key, text]) => !german[key] || places(german[key]).join() !== places(text).join(),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in the catalogue, all of them', () => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('texts'))
      .flatMap((file) => literalsIn(file).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });
});

/** Texts of a file that look like something to be read: a word with a capital in front, or a sentence. */
function literalsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) {
      const isText = /^[A-Z][a-z-]+([ .…:?!]|$)/.test(node.text) || /[a-z] [a-z].*[.…?!]$/.test(node.text);
      if (isText && ![...NO_TEXT, ...HEADERS].includes(node.text)) found.push(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}
