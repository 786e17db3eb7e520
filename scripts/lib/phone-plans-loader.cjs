// The numbering plans of libphonenumber-js without their formats: a third of their size, and used only to write a number
// with spaces. Ours are written as E.164, for which the plans alone are asked (tests/bundle keeps it so).

/** Place of the formats in the record of a country or of a code without one (libphonenumber-js, metadata v4). */
const FORMATS = 4;

module.exports = function withoutFormats(source) {
  const plans = JSON.parse(source.replace(/^[^{]*/, '').replace(/;?\s*$/, ''));
  if (plans.version !== 4)
    throw new Error(`The numbering plans have version ${plans.version}, and this loader knows 4.`);
  for (const plan of [...Object.values(plans.countries), ...Object.values(plans.nonGeographic)]) {
    if (plan[FORMATS]) plan[FORMATS] = 0;
  }
  return `export default ${JSON.stringify(plans)};`;
};
