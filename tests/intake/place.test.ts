import { countryOfCurrency, readCountry } from '../../src/intake/countries';
import { countryOfPlace, readCountryCell, readPlace, readPostcode } from '../../src/intake/place';
import { foldStatus } from '../../src/intake/status';

test.each([
  ['US', 'US'],
  ['U.S.A.', 'US'],
  ['United States', 'US'],
  ['Estados Unidos', 'US'],
  ['Deutschland', 'DE'],
  ['Alemania', 'DE'],
  ['Royaume-Uni', 'GB'],
  ['UK', 'GB'],
  ['España', 'ES'],
  ['Côte d’Ivoire', 'CI'],
  ['BRA', 'BR'],
  ['Narnia', ''],
])('%s is the country “%s”', (text, code) => {
  expect(readCountry(text)).toBe(code);
});

test('a word that is no country is marked', () => {
  expect(readCountryCell('Narnia')).toMatchObject({ value: '', flaws: [{ code: 'country-unknown' }] });
  expect(countryOfCurrency('INR')).toBe('IN');
  expect(countryOfCurrency('EUR')).toBe('');
});

test.each([
  ['2134', 'US', '02134'],
  ['02134', 'US', '02134'],
  ['021341234', 'US', '02134-1234'],
  ['1067', 'DE', '01067'],
  ['ec1a1bb', 'GB', 'EC1A 1BB'],
  ['m5v3l9', 'CA', 'M5V 3L9'],
  ['01310100', 'BR', '01310-100'],
  ['1234ab', 'NL', '1234 AB'],
  ['2134', '', '2134'],
])('the postcode %s in “%s” is %s', (text, country, expected) => {
  expect(readPostcode(text, country)).toMatchObject({ value: expected, flaws: [] });
});

test('a postcode that its country does not have is kept and marked', () => {
  expect(readPostcode('ABC', 'DE')).toMatchObject({ value: 'ABC', flaws: [{ code: 'postcode-form' }] });
});

test.each([
  ['NEW YORK', 'New York'],
  ['rio de janeiro', 'Rio de Janeiro'],
  ['  Dallas ', 'Dallas'],
  ['TX', 'TX'],
  ['CDMX', 'CDMX'],
  ['WASHINGTON DC', 'Washington DC'],
  ['stratford-upon-avon', 'Stratford-Upon-Avon'],
])('the place %s is %s', (text, expected) => {
  expect(readPlace(text).value).toBe(expected);
});

test.each([
  ['', 'NY', '10001', 'US'],
  ['', 'Texas', '', 'US'],
  ['', 'ON', 'M5V 3L9', 'CA'],
  ['', '', 'EC1A 1BB', 'GB'],
  ['Mumbai', '', '', 'IN'],
  ['Springfield', '', '', ''],
  ['', 'CA', '', ''],
])('%s, %s, %s lies in “%s”', (city, region, postcode, country) => {
  expect(countryOfPlace(city, region, postcode)).toBe(country);
});

test.each([
  ['shipped', 'Shipped', 'same'],
  ['SHIPPED ', 'Shipped', 'same'],
  ['dispatched', 'Shipped', 'synonym'],
  ['enviado', 'Shipped', 'synonym'],
  ['Canceled', 'Cancelled', 'synonym'],
  ['Cancled', 'Cancelled', 'spelling'],
  ['deliverd', 'Delivered', 'spelling'],
  ['Shipped', 'Shipped', ''],
  ['on the moon', 'on the moon', ''],
])('the status %s is %s', (text, status, how) => {
  expect(foldStatus(text, ['New', 'Shipped', 'Delivered', 'Cancelled'])).toEqual({ status, how });
});
