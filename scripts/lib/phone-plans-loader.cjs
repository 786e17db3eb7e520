// The numbering plans of libphonenumber-js as the bundle carries them: packed, and without their formats, a third of their
// size, which serve only to write a number with spaces (ours are written as E.164). Packed in parts by calling code, since
// a workbook meets the numbers of few countries and a run would wait for all of them.
const { UNPACK, getters, onDemand } = require('./pack.cjs');

/** Places in the record of a country or of a code without one (libphonenumber-js, metadata v4). */
const CALLING_CODE = 0;
const FORMATS = 4;

/** How many parts: twice as many would cost 3 KB more and save little. */
const PARTS = 8;

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

/** The countries in parts of about one size; those of one calling code, which the library tries in turn, are together. */
function partsOf(countries) {
  const ordered = Object.entries(countries).sort(([, a], [, b]) => (a[CALLING_CODE] < b[CALLING_CODE] ? -1 : 1));
  const room = JSON.stringify(countries).length / PARTS;
  const parts = [];
  let [size, last] = [room, ''];
  for (const [name, plan] of ordered) {
    if (size >= room && plan[CALLING_CODE] !== last) {
      parts.push({});
      size = 0;
    }
    parts.at(-1)[name] = plan;
    size += JSON.stringify(plan).length;
    last = plan[CALLING_CODE];
  }
  return parts;
}

module.exports = function load(source) {
  const { countries, ...rest } = withoutFormats(source);
  const parts = partsOf(countries);
  return [
    `import { unpack } from ${UNPACK};`,
    onDemand('rest', rest),
    ...parts.map((part, index) => onDemand(`part${index}`, part)),
    `const countries = { ${parts.map((part, index) => getters(Object.keys(part), `part${index}`)).join(', ')} };`,
    `export default { countries, ${getters(Object.keys(rest), 'rest')} };`,
  ].join('\n');
};
module.exports.withoutFormats = withoutFormats;
