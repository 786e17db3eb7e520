// The numbering plans of libphonenumber-js as the bundle carries them: packed, and without their formats, a third of their
// size, which serve only to write a number with spaces (ours are written as E.164).
const packedModule = require('./pack.cjs');

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

module.exports = (source) => packedModule(withoutFormats(source), { asDefault: true });
module.exports.withoutFormats = withoutFormats;
