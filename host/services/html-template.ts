/** Where in a page a printing scriptlet stands: decides how its value is made harmless. */
type Place = 'text' | 'attribute' | 'url' | 'script' | 'style' | 'tag';

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
  return `(function (__vars) { const __escape = ${ESCAPES};\nconst __text = (value) => value === null || value === undefined ? '' : String(value);\nlet __out = '';\nconst output = { append: (html) => { __out += html; return output; } };\nwith (__vars) {\n${body}}\nreturn __out; })`;
}

const ESCAPES = `{
  text: (s) => s.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]),
  attribute: (s) => s.replace(/[&<>"'\`=\\s]/g, (c) => '&#' + c.charCodeAt(0) + ';'),
  url: (s) => /^\\s*(?!https?:|mailto:|tel:|ftp:)[^/?#]*:/i.test(s) ? '#zGasInvalid' : s.replace(/[&<>"'\`\\s]/g, (c) => encodeURIComponent(c)),
  script: (s) => JSON.stringify(s).replace(/[<>&'\\u2028\\u2029]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')),
  style: (s) => s.replace(/[^A-Za-z0-9 #.,%_-]/g, ''),
  tag: (s) => s.replace(/[^A-Za-z0-9_-]/g, ''),
}`;

/** Reads the page up to a scriptlet just well enough to know what it stands in. */
function placeAt(html: string): Place {
  const rest = html.replace(/<!--[\s\S]*?-->/g, '');
  const opened = /<(script|style)\b[^>]*>(?![\s\S]*<\/\1)[\s\S]*$/i.exec(rest);
  if (opened) {
    // Inside quotes of a script the value is text of the string, not a string of its own; its escapes are the same but for the quotes.
    return opened[1].toLowerCase() === 'style' ? 'style' : 'script';
  }
  const tag = rest.slice(rest.lastIndexOf('<'));
  if (tag.includes('>') || !/^<[a-z/]/i.test(tag)) return 'text';
  const attribute = /([a-z-:]+)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$/i.exec(tag);
  if (!attribute) return 'tag';
  const name = attribute[1].toLowerCase();
  if (/^on/.test(name)) return 'script';
  return /^(href|src|action|formaction|poster|cite)$/.test(name) ? 'url' : 'attribute';
}
