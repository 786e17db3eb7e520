import { COUNTRY_NAMES } from './country-names';
import { foldWords } from './text';

let byName: Map<string, string> | null = null;

function names(): Map<string, string> {
  if (byName === null) {
    byName = new Map();
    for (const line of COUNTRY_NAMES.split('|')) {
      const code = line.slice(0, 2);
      byName.set(code.toLowerCase(), code);
      for (const name of line.slice(3).split(',')) byName.set(name, code);
    }
  }
  return byName;
}

/** ISO 3166 alpha-2 code of a country written as a code or as a name in one of the languages of intake; `''` for anything else. */
export function readCountry(cell: string): string {
  const word = foldWords(cell);
  return names().get(word) ?? names().get(word.replace(/^the /, '')) ?? '';
}

/** Countries that a currency belongs to alone, as a hint for phones and dates. */
const BY_CURRENCY: Record<string, string> = {};
for (const pair of 'GBP:GB INR:IN BRL:BR MXN:MX ARS:AR CLP:CL COP:CO PEN:PE UYU:UY CAD:CA AUD:AU NZD:NZ JPY:JP CNY:CN HKD:HK SGD:SG MYR:MY IDR:ID THB:TH VND:VN PHP:PH KRW:KR TWD:TW PKR:PK BDT:BD LKR:LK NPR:NP AED:AE SAR:SA QAR:QA KWD:KW EGP:EG ZAR:ZA NGN:NG KES:KE GHS:GH TRY:TR UAH:UA PLN:PL CZK:CZ HUF:HU RON:RO SEK:SE NOK:NO DKK:DK ISK:IS ILS:IL CRC:CR GTQ:GT DOP:DO BOB:BO PYG:PY'.split(
  ' ',
)) {
  BY_CURRENCY[pair.slice(0, 3)] = pair.slice(4);
}

/** The one country that uses a currency (ISO 4217); `''` where several do, as with USD and EUR. */
export function countryOfCurrency(currency: string): string {
  return BY_CURRENCY[currency] ?? '';
}

/** Cities known the world over, where one bearer of the name is meant far more often than all others together. */
const CITIES =
  'US new york,los angeles,chicago,houston,phoenix,philadelphia,san antonio,san diego,dallas,san francisco,seattle,denver,washington dc,boston,las vegas,miami,atlanta,new york city,nyc,brooklyn|GB london,manchester,liverpool,leeds,glasgow,edinburgh,bristol,cardiff,belfast,sheffield|IN mumbai,delhi,new delhi,bangalore,bengaluru,chennai,kolkata,pune,ahmedabad,jaipur,surat,lucknow,kanpur,nagpur,indore,noida,gurgaon,gurugram,chandigarh,kochi|PK karachi,lahore,islamabad,rawalpindi,faisalabad,multan,peshawar|BD dhaka,chittagong|ID jakarta,surabaya,bandung,medan,semarang,makassar,yogyakarta,denpasar,bekasi,tangerang,depok|ES madrid,barcelona,sevilla,zaragoza,malaga,bilbao|MX ciudad de mexico,cdmx,mexico city,guadalajara,monterrey,tijuana|AR buenos aires,rosario|CO bogota,medellin,cali|CL santiago de chile|PE lima|BR sao paulo,rio de janeiro,brasilia,salvador,fortaleza,belo horizonte,curitiba,recife,porto alegre|PT lisboa,lisbon|FR paris,marseille,lyon,toulouse,nice,nantes,bordeaux,lille,strasbourg,montpellier|DE berlin,hamburg,munchen,munich,koln,cologne,frankfurt,frankfurt am main,stuttgart,dusseldorf,leipzig,dortmund,essen,bremen,dresden,hannover,nurnberg|AT wien,graz,linz,salzburg|CH zurich,geneva,geneve,basel,lausanne,bern|IT roma,rome,milano,milan,napoli,torino,palermo,genova,bologna,firenze,florence|NL amsterdam,rotterdam,den haag,utrecht|BE bruxelles,brussels,antwerpen|IE dublin|CA toronto,montreal,ottawa,calgary,edmonton|AU sydney,melbourne,brisbane,perth,adelaide|NZ auckland|SG singapore|MY kuala lumpur|AE dubai,abu dhabi,sharjah|SA riyadh,jeddah|ZA johannesburg,cape town,durban,pretoria|NG lagos,abuja|KE nairobi|JP tokyo,osaka|CN beijing,shanghai,shenzhen,guangzhou|TR istanbul,ankara|PL warszawa,warsaw,krakow|PH manila,quezon city|TH bangkok|VN hanoi|EG cairo';

let byCity: Map<string, string> | null = null;

/** The country of a city known the world over; `''` for other places. */
export function countryOfCity(city: string): string {
  if (byCity === null) {
    byCity = new Map();
    for (const line of CITIES.split('|'))
      for (const name of line.slice(3).split(',')) byCity.set(name, line.slice(0, 2));
  }
  return byCity.get(foldWords(city)) ?? '';
}
