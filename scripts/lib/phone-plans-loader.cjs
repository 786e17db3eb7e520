// The numbering plans of libphonenumber-js as the bundle carries them: without their formats, a third of their size, which
// serve only to write a number with spaces (ours are written as E.164), and packed, a fifth of the rest. They are unpacked
// when a phone is first read, so that a tick with nothing to do does not pay for them.
const { deflateRawSync } = require('node:zlib');
const { join } = require('node:path');

/** Place of the formats in the record of a country or of a code without one (libphonenumber-js, metadata v4). */
const FORMATS = 4;

/** The plans without formats, from the source of the library's module. */
function withoutFormats(source) {
  const plans = JSON.parse(source.replace(/^[^{]*/, '').replace(/;?\s*$/, ''));
  if (plans.version !== 4)
    throw new Error(`The numbering plans have version ${plans.version}, and this loader knows 4.`);
  for (const plan of [...Object.values(plans.countries), ...Object.values(plans.nonGeographic)]) {
    if (plan[FORMATS]) plan[FORMATS] = 0;
  }
  return plans;
}

const pack = (text) => deflateRawSync(Buffer.from(text, 'ascii'), { level: 9 }).toString('base64');

module.exports = function load(source) {
  const plans = withoutFormats(source);
  const text = JSON.stringify(plans);
  const getters = Object.keys(plans).map((key) => `get ${key}() { return all().${key}; }`);
  return `import { unpack } from ${JSON.stringify(join(__dirname, '../../src/unpack.ts'))};
let plans;
const all = () => plans || (plans = JSON.parse(unpack(${JSON.stringify(pack(text))}, ${text.length})));
export default { ${getters.join(', ')} };`;
};
module.exports.withoutFormats = withoutFormats;
