import { isCompany } from './company';
import { MAX_NAME } from './name';
import { nameCase } from './name-case';
import { TITLES } from './name-words';
import { doubt, type Reading, read } from './reading';
import { fold, saysNothing, tidy } from './text';

const NOTHING: Reading<string> = read('');

/** A given or family name that stands in a column of its own. */
export function readNamePart(cell: string): Reading<string> {
  const text = tidy(cell);
  const filler = saysNothing(text) && !/^[A-Z][a-z]+$/.test(text);
  if (text === '' || filler) return NOTHING;
  if (/\S@[^\s@]+\.\S/.test(text))
    return read('', '', [
      doubt('name-is-email', 'An e-mail address stands where the name should be.', 'Write the name.'),
    ]);
  const words = text.split(' ');
  const untitled =
    words.length > 1 && TITLES.has(fold(words[0]).replace(/\./g, '')) && words[0].length > 1
      ? words.slice(1).join(' ')
      : text;
  const shown = nameCase(untitled).slice(0, MAX_NAME);
  return read(shown, shown === text ? '' : 'put in the case of names');
}

/** A company's name, as it is written; words for "none" are nothing, and so are private persons' usual fillers. */
export function readCompany(cell: string): Reading<string> {
  const text = tidy(cell);
  if (saysNothing(text) || /^(?:self|personal|individual|private|particular|privat|pribadi)$/i.test(text))
    return NOTHING;
  const shown = isCompany(text) ? text : text.replace(/[\s,;]+$/, '');
  return read(shown.slice(0, MAX_NAME));
}
