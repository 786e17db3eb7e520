/** Where in a page a printing scriptlet stands: decides how its value is made harmless. */
type Place = 'text' | 'attribute' | 'url' | 'script' | 'string' | 'handler' | 'style' | 'tag';

/**
 * Makes JavaScript of a page with scriptlets (guide "Templated HTML"): `<? ?>` runs, `<?= ?>` prints and escapes for its place, `<?!= ?>`
 * prints as it is. The result is a function of the template object; its own properties are variables inside.
 */
export function compileTemplate(html: string): string {
  const parts = html.split(/(<\?!?=?[\s\S]*?\?>)/);
  let seen = '';
  let body = '';
  for (const part of parts) {
    const scriptlet = /^<\?(!?=)?([\s\S]*?)\?>$/.exec(part);
    if (!scriptlet) {
      seen += part;
      if (part !== '') body += `__out += ${JSON.stringify(part)};\n`;
    } else if (scriptlet[1] === '!=') body += `__out += __text(${scriptlet[2].trim().replace(/;$/, '')}\n);\n`;
    else if (scriptlet[1] === '=')
      body += `__out += __escape[${JSON.stringify(placeAt(seen))}](__text(${scriptlet[2].trim().replace(/;$/, '')}\n));\n`;
    else body += `${scriptlet[2]}\n`;
  }
  return `(function (__vars) { const __string = ${STRING};\nconst __escape = ${ESCAPES};\nconst __text = (value) => value === null || value === undefined ? '' : String(value);\nlet __out = '';\nconst output = { append: (html) => { __out += html; return output; } };\nwith (__vars) {\n${body}}\nreturn __out; })`;
}

/** Text inside a JavaScript string: letters and digits as they are, the rest by number, so that neither script nor page sees a mark of its own. */
const STRING = `(s) => s.replace(/[^A-Za-z0-9 .,:;_\\u00a0-\\u2027\\u202a-\\uffff-]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))`;

const ESCAPES = `{
  text: (s) => s.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]),
  attribute: (s) => s.replace(/[&<>"'\`=\\s]/g, (c) => '&#' + c.charCodeAt(0) + ';'),
  url: (s) => /^\\s*(?!https?:|mailto:|tel:|ftp:)[^/?#]*:/i.test(s) ? '#zGasInvalid' : s.replace(/[&<>"'\`\\s]/g, (c) => encodeURIComponent(c)),
  script: (s) => '"' + __string(s) + '"',
  string: (s) => __string(s),
  handler: (s) => '&quot;' + __string(s) + '&quot;',
  style: (s) => s.replace(/[^A-Za-z0-9 #.,%_-]/g, ''),
  tag: (s) => s.replace(/[^A-Za-z0-9_-]/g, ''),
}`;

/** Reads the page up to a scriptlet just well enough to know what it stands in. */
function placeAt(html: string): Place {
  const rest = html.replace(/<!--[\s\S]*?-->/g, '');
  const opened = /<(script|style)\b[^>]*>(?![\s\S]*<\/\1)[\s\S]*$/i.exec(rest);
  if (opened) {
    if (opened[1].toLowerCase() === 'style') return 'style';
    return insideString(opened[0].slice(opened[0].indexOf('>') + 1)) ? 'string' : 'script';
  }
  const tag = rest.slice(rest.lastIndexOf('<'));
  if (tag.includes('>') || !/^<[a-z/]/i.test(tag)) return 'text';
  const attribute = /([a-z-:]+)\s*=\s*(?:"([^"]*)|'([^']*)|[^\s"'>]*)$/i.exec(tag);
  if (!attribute) return 'tag';
  const name = attribute[1].toLowerCase();
  if (/^on/.test(name)) return insideString(attribute[2] ?? attribute[3] ?? '') ? 'string' : 'handler';
  return /^(href|src|action|formaction|poster|cite)$/.test(name) ? 'url' : 'attribute';
}

/** Whether JavaScript ends within an open string. Regular expressions with quotes in them are not understood. */
function insideString(code: string): boolean {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '');
  let quote = '';
  for (let i = 0; i < bare.length; i++) {
    const letter = bare[i];
    if (quote === '' && letter === '/' && bare[i + 1] === '/') i = (bare.indexOf('\n', i) + 1 || bare.length + 1) - 1;
    else if (quote !== '' && letter === '\\') i++;
    else if (letter === quote) quote = '';
    else if (quote === '' && /["'`]/.test(letter)) quote = letter;
  }
  return quote !== '';
}
