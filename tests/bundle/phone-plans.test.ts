import { readFileSync } from 'node:fs';
import { type CountryCode, type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';
import full from 'libphonenumber-js/max/metadata';
import { withoutFormats } from '../../scripts/lib/phone-plans-loader.cjs';

describe('the numbering plans in the bundle, which come without formats', () => {
  const source = readFileSync(require.resolve('libphonenumber-js/metadata.max.json'), 'utf8');
  const slim = withoutFormats(`export default ${source}`);
  const countries = Object.entries(examples) as [CountryCode, string][];

  test('read and judge a number of every country as the whole ones do, as its people and as foreigners write it', () => {
    const differing = countries.flatMap(([country, national]) => {
      const whole = parsePhoneNumberFromString(national, country, full as MetadataJson);
      const written = [
        national,
        `0${national}`,
        whole?.number ?? '',
        `${national}1`,
        national.slice(1),
        `00${whole?.number.slice(1)}`,
      ];
      return written.filter((text) => judged(text, country, slim) !== judged(text, country, full as MetadataJson));
    });
    expect(countries.length).toBeGreaterThan(200);
    expect(differing).toEqual([]);
  });

  test('are a third smaller', () => {
    expect(JSON.stringify(slim).length).toBeLessThan(0.7 * JSON.stringify(full).length);
  });
});

function judged(text: string, country: CountryCode, plans: MetadataJson): string {
  const number = parsePhoneNumberFromString(text, country, plans);
  return `${number?.number} ${number?.country} ${number?.isValid()} ${number?.isPossible()} ${number?.getType()}`;
}
