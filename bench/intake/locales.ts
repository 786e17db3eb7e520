/** Twenty places with the ways their people write: names, months, dates, numbers, money. */
export interface Locale {
  country: string;
  given: readonly string[];
  titles: readonly string[];
  family: readonly string[];
  cities: readonly string[];
  months: readonly string[];
  order: 'DMY' | 'MDY' | 'YMD';
  separator: string;
  decimal: '.' | ',';
  /** Between the thousands; `lakh` groups by two after the first three. */
  group: string;
  lakh: boolean;
  currency: string;
  sign: string;
  signAfter: boolean;
}

const EN = 'January February March April May June July August September October November December';
const ES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';
const PT = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro';
const FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
const DE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember';
const AT = DE.replace('Januar Februar', 'Jänner Feber');
const IT = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre';
const ID = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember';

type People = Pick<Locale, 'given' | 'titles'>;

function people(given: string, titles: string): People {
  return { given: given.split('|'), titles: titles.split('|') };
}

const ENGLISH = people(
  'James|Mary|John|Patricia|Robert|Jennifer|Oliver|Charlotte|Noah|Amelia|Ethan|Grace',
  'Mr.|Mrs|Ms.|Dr.',
);
const SPANISH = people('José|María|Juan|Lucía|Carlos|Ana|Luis|Sofía|Andrés|Inés|Íñigo|Begoña', 'Sr.|Sra.|Dr.|Lic.');
const GERMAN = people('Hans|Jürgen|Käthe|Lena|Björn|Ursula|Felix|Sören|Anna|Günther', 'Herr|Frau|Dr.|Prof.');

/**
 * `writing`: country, day order, its separator, decimal sign, thousands sign (`_`: a space), currency, its sign, and `lakh` or
 * `after` (the sign stands after the amount), parted by spaces.
 */
function place(writing: string, months: string, who: People, family: string, cities: string): Locale {
  const [country, order, separator, decimal, group, currency, sign, more] = writing.split(' ');
  return {
    country,
    ...who,
    family: family.split('|'),
    cities: cities.split('|'),
    months: months.split(' '),
    order: order as Locale['order'],
    separator,
    decimal: decimal as Locale['decimal'],
    group: group === '_' ? ' ' : group,
    lakh: more === 'lakh',
    currency,
    sign,
    signAfter: more === 'after',
  };
}

/** The twenty locales of the generators. */
export const LOCALES: readonly Locale[] = [
  place(
    'US MDY / . , USD $',
    EN,
    ENGLISH,
    'Smith|Johnson|Williams|Brown|O’Brien|Miller|McDonald|Lee|Martinez',
    'Austin|Portland|Boise',
  ),
  place('GB DMY / . , GBP £', EN, ENGLISH, 'Taylor|Davies|Evans|Thomas|Fletcher|O’Neill|Wright', 'London|Leeds|Bath'),
  place(
    'IN DMY - . , INR ₹ lakh',
    EN,
    people('Rahul|Priya|Amit|Sunita|Vikram|Deepika|Arjun|Kavita', 'Shri|Smt.|Mr.|Dr.'),
    'Sharma|Patel|Singh|Gupta|Iyer|Reddy|Nair|Banerjee',
    'Mumbai|Pune|Delhi',
  ),
  place('CA YMD - . , CAD C$', EN, ENGLISH, 'Tremblay|Roy|Campbell|Stewart|Morrison', 'Toronto|Calgary'),
  place('AU DMY / . , AUD A$', EN, ENGLISH, 'Kelly|Walker|Robinson|Murphy|Nguyen', 'Sydney|Perth'),
  place(
    'ES DMY / , . EUR € after',
    ES,
    SPANISH,
    'García|Fernández|de la Cruz|Martínez|Núñez|del Río',
    'Madrid|Sevilla',
  ),
  place('MX DMY / . , MXN MX$', ES, SPANISH, 'Hernández|López|de León|Ramírez|Peña', 'Monterrey|Puebla'),
  place('AR DMY / , . ARS ARS', ES, SPANISH, 'González|Rodríguez|Acuña|Benítez', 'Rosario|Córdoba'),
  place(
    'BR DMY / , . BRL R$',
    PT,
    people('João|Maria|Antônio|Fernanda|Luís|Beatriz|Márcia|Thiago', 'Sr.|Sra.|Dr.|Dra.'),
    'da Silva|dos Santos|Oliveira|de Souza|Gonçalves',
    'Recife|Curitiba',
  ),
  place(
    'PT DMY - , . EUR € after',
    PT,
    people('Rui|Inês|Tiago|Catarina|Vasco|Leonor', 'Sr.|Dra.|Eng.'),
    'Ferreira|da Costa|Marques|Simões',
    'Lisboa|Porto',
  ),
  place(
    'FR DMY / , _ EUR € after',
    FR,
    people('Jean-Pierre|Marie|Étienne|Chloé|Benoît|Hélène|Loïc|Zoé', 'M.|Mme|Dr'),
    'Dubois|Lefèvre|de Villiers|Le Gall|Moreau|D’Arcy',
    'Paris|Lyon',
  ),
  place(
    'DE DMY . , . EUR € after',
    DE,
    GERMAN,
    'Müller|Schmidt|von der Heide|Groß|Weiß|zu Löwenstein|Köhler',
    'Berlin|Köln',
  ),
  place('AT DMY . , . EUR €', AT, GERMAN, 'Gruber|Huber|Bauer|Steiner', 'Wien|Graz'),
  place('CH DMY . . ’ CHF CHF', DE, GERMAN, 'Zürcher|Meier|Frei|von Arx', 'Bern|Basel'),
  place(
    'IT DMY / , . EUR €',
    IT,
    people('Giuseppe|Francesca|Luca|Chiara|Nicolò|Alessia', 'Sig.|Sig.ra|Dott.|Avv.'),
    'Rossi|Bianchi|De Luca|D’Angelo|Esposito',
    'Roma|Torino',
  ),
  place(
    'NL DMY - , . EUR €',
    EN,
    people('Daan|Sanne|Willem|Femke|Joost|Lotte', 'Dr.'),
    'de Vries|van den Berg|Jansen|van Dijk|ter Horst|Bakker',
    'Utrecht|Breda',
  ),
  place(
    'ID DMY / , . IDR Rp',
    ID,
    people('Budi|Siti|Agus|Dewi|Eko|Rina|Wahyu', 'Bapak|Bpk.|Dr.'),
    'Santoso|Wijaya|Susanto|Hidayat|Lestari',
    'Jakarta|Medan',
  ),
  place(
    'PK DMY - . , PKR PKR lakh',
    EN,
    people('Imran|Ayesha|Bilal|Fatima|Usman|Zainab', 'Mr.|Dr.|Janab'),
    'Khan|Malik|Hussain|Qureshi|bin Saeed',
    'Lahore|Karachi',
  ),
  place(
    'PL DMY . , _ PLN zł after',
    EN,
    people('Łukasz|Agnieszka|Paweł|Małgorzata|Wojciech|Żaneta', 'Dr|Prof.'),
    'Kowalski|Nowak|Wiśniewska|Wójcik',
    'Warszawa|Łódź',
  ),
  place(
    'SE YMD - , _ SEK kr after',
    EN,
    people('Åsa|Björn|Elin|Lars|Märta|Nils', 'Dr|Prof.'),
    'Svensson|Åkesson|Lindström|af Ekenstam',
    'Malmö|Lund',
  ),
];
