// Data as the bundle carries it: JSON in ASCII, deflated, in base64. `src/unpack.ts` reads it when it is first needed, so
// that a tick with nothing to do does not pay for it.
const { deflateRawSync } = require('node:zlib');
const { join } = require('node:path');

const UNPACK = JSON.stringify(join(__dirname, '../../src/unpack.ts'));

/** An expression that unpacks `data`. */
function packed(data) {
  const text = JSON.stringify(data).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const letters = deflateRawSync(Buffer.from(text, 'ascii'), { level: 9 }).toString('base64');
  return `JSON.parse(unpack(${JSON.stringify(letters)}, ${text.length}))`;
}

/** Statements that define `name`, a function that unpacks `data` once. */
const onDemand = (name, data) =>
  `let ${name}_data;\nconst ${name} = () => ${name}_data || (${name}_data = ${packed(data)});`;

/** Getters of an object that has the properties `keys` of what `from()` answers. */
const getters = (keys, from) => keys.map((key) => `get ${key}() { return ${from}().${key}; }`).join(', ');

/** The source of a CommonJS module with the properties of `data` as exports, which there can be getters. */
const packedModule = (data) =>
  [
    `const { unpack } = require(${UNPACK});`,
    onDemand('all', data),
    `module.exports = { __esModule: true, ${getters(Object.keys(data), 'all')} };`,
  ].join('\n');

module.exports = { UNPACK, onDemand, getters, packedModule };
