/** The part of Google's library that the bench asks; its npm package ships no types. */
declare module 'google-libphonenumber' {
  interface PhoneNumber {
    clone(): PhoneNumber;
    setNationalNumber(value: number): void;
  }
  interface Util {
    parse(text: string, region?: string): PhoneNumber;
    isValidNumber(number: PhoneNumber): boolean;
    format(number: PhoneNumber, format: number): string;
    getSupportedRegions(): string[];
    getExampleNumberForType(region: string, type: number): PhoneNumber | null;
    getNationalSignificantNumber(number: PhoneNumber): string;
  }
  const library: {
    PhoneNumberUtil: { getInstance(): Util };
    PhoneNumberFormat: { E164: number; INTERNATIONAL: number; NATIONAL: number };
  };
  export default library;
}
