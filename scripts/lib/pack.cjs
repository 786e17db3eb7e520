// Data as the bundle carries it: JSON in ASCII, deflated, in base64. `src/unpack.ts` reads it when it is first needed, so
// that a tick with nothing to do does not pay for it.
const { deflateRawSync } = require('node:zlib');
const { join } = require('node:path');

const UNPACK = JSON.stringify(join(__dirname, '../../src/unpack.ts'));

/**
 * The source of a module with the properties of `data`: as exports of a CommonJS module, since those can be getters, or
 * (`asDefault`) as properties of the default export of an ES module.
 */
module.exports = function packedModule(data, { asDefault = false } = {}) {
  const text = JSON.stringify(data).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const packed = deflateRawSync(Buffer.from(text, 'ascii'), { level: 9 }).toString('base64');
  const getters = Object.keys(data).map((key) => `get ${key}() { return all().${key}; }`);
  return [
    asDefault ? `import { unpack } from ${UNPACK};` : `const { unpack } = require(${UNPACK});`,
    'let data;',
    `const all = () => data || (data = JSON.parse(unpack(${JSON.stringify(packed)}, ${text.length})));`,
    `${asDefault ? 'export default' : 'module.exports ='} { ${[...(asDefault ? [] : ['__esModule: true']), ...getters].join(', ')} };`,
  ].join('\n');
};
