import fc from 'fast-check';
import { decode, encode, safeText, sameValue, textOf } from '../../src/workbook/codec';
import { Zone } from '../../src/workbook/zone';

const zone = new Zone('Europe/Lisbon');
const noSheet = () => null;

describe('safeText', () => {
  it('keeps Sheets from reading a text as anything else', () => {
    for (const text of [
      '=1+1',
      '+351 912',
      '-5',
      '@x',
      '007',
      '1-2',
      'TRUE',
      '12:30',
      'Jan 5',
      "'quoted",
      '\t=x',
      '50%',
    ]) {
      expect(safeText(text)).toBe(`'${text}`);
    }
  });

  it('leaves plain words plain', () => {
    for (const text of ['Ana Silva', 'Žofie', 'to call', '']) expect(safeText(text)).toBe(text);
  });

  it('never begins with what opens a formula, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^[=+\-@\t\r]/.test(safeText(text))));
  });
});

describe('cells', () => {
  it('come back as they were written', () => {
    const instant = fc
      .integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2050, 0) / 1000 })
      .map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(instant, (at) =>
        sameValue('instant', decode('instant', encode('instant', at, zone, noSheet), zone), at),
      ),
    );
    const day = instant.map((at) => zone.day(at));
    fc.assert(fc.property(day, (text) => decode('day', encode('day', text, zone, noSheet), zone) === text));
  });

  it('show what a person meant when a text cell was typed as something else', () => {
    expect(textOf(351912345678, zone)).toBe('351912345678');
    expect(textOf(new Date(Date.UTC(2026, 10, 2)), zone)).toBe('2026-11-02');
    expect(textOf(new Date(Date.UTC(2026, 10, 2, 14, 30)), zone)).toBe('2026-11-02 14:30');
    expect(textOf(true, zone)).toBe('TRUE');
  });
});
