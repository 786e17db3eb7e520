/** Answers kept for one column before they are thrown away. */
const REMEMBERED = 50_000;
/** After so many texts a column shows whether they repeat. */
const TRIAL = 2_000;

/** Remembers what a pure reader said about each text, as long as texts repeat: in a column of keys remembering costs more than reading. */
export function remember<T>(reader: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  let asked = 0;
  let useful = true;
  return (text) => {
    if (!useful) return reader(text);
    const known = answers.get(text);
    asked++;
    if (known !== undefined) return known;
    const answer = reader(text);
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(text, answer);
    if (asked === TRIAL && answers.size > TRIAL * 0.8) {
      useful = false;
      answers.clear();
    }
    return answer;
  };
}

/** As {@link remember}, for readers that also depend on the row's country. */
export function rememberByCountry<T>(
  reader: (text: string, country: string) => T,
): (text: string, country: string) => T {
  const byCountry = new Map<string, (text: string) => T>();
  return (text, country) => {
    let known = byCountry.get(country);
    if (known === undefined) {
      known = remember((one: string) => reader(one, country));
      byCountry.set(country, known);
    }
    return known(text);
  };
}
