import { foldWords } from './text';

/**
 * ISO 3166 alpha-2 code, then the names it goes by: English, alpha-3, and for the countries that sheets meet most the names in the
 * languages of intake. Folded.
 */
const TABLE =
  'AD andorra|AE united arab emirates,uae,are,emiratos arabes unidos,emirats arabes unis,dubai,abu dhabi|AF afghanistan,afg|AG antigua and barbuda|AI anguilla|AL albania,alb|AM armenia,arm|AO angola,ago|AR argentina,arg,argentinien,argentine|AS american samoa|AT austria,aut,osterreich,oesterreich,autriche|AU australia,aus,australien,australie|AW aruba|AX aland islands|AZ azerbaijan,aze|' +
  'BA bosnia and herzegovina,bosnia,bih|BB barbados|BD bangladesh,bgd|BE belgium,bel,belgica,belgique,belgien,belgio,belgie|BF burkina faso|BG bulgaria,bgr|BH bahrain,bhr|BI burundi|BJ benin|BM bermuda|BN brunei,brunei darussalam|BO bolivia,bol|BR brazil,bra,brasil,bresil,brasilien,brasile|BS bahamas,the bahamas|BT bhutan|BW botswana|BY belarus,blr|BZ belize|' +
  'CA canada,can,kanada|CD democratic republic of the congo,dr congo,congo kinshasa|CF central african republic|CG congo,republic of the congo,congo brazzaville|CH switzerland,che,suiza,suica,suisse,schweiz,svizzera,swiss|CI ivory coast,cote d ivoire,costa de marfil|CK cook islands|CL chile,chl|CM cameroon,cameroun|CN china,chn,prc,chine,cina,tiongkok,people s republic of china|CO colombia,col,kolumbien,colombie|CR costa rica,cri|CU cuba,cub|CV cape verde,cabo verde|CW curacao|CY cyprus,cyp|CZ czech republic,czechia,cze,republica checa,tschechien,cesko|' +
  'DE germany,deu,ger,deutschland,alemania,alemanha,allemagne,germania,jerman,federal republic of germany,brd|DJ djibouti|DK denmark,dnk,danmark,dinamarca,danemark|DM dominica|DO dominican republic,dom,republica dominicana|DZ algeria,dza,algerie,argelia|EC ecuador,ecu|EE estonia,est,eesti|EG egypt,egy,egipto,egito,agypten,egypte,mesir|ER eritrea|ES spain,esp,espana,espanha,espagne,spanien,spagna,spanyol|ET ethiopia,eth|' +
  'FI finland,fin,suomi,finlandia|FJ fiji|FM micronesia|FO faroe islands|FR france,fra,francia,franca,frankreich,prancis,perancis|GA gabon|GB united kingdom,uk,gbr,great britain,britain,england,scotland,wales,northern ireland,u k,reino unido,royaume uni,angleterre,grossbritannien,england uk,regno unito,inghilterra,inggris,inglaterra,united kingdom of great britain and northern ireland|GD grenada|GE georgia,geo|GF french guiana|GG guernsey|GH ghana,gha|GI gibraltar|GL greenland|GM gambia,the gambia|GN guinea|GP guadeloupe|GQ equatorial guinea|GR greece,grc,grecia,griechenland,grece,hellas|GT guatemala,gtm|GU guam|GW guinea bissau|GY guyana|' +
  'HK hong kong,hkg,hong kong sar|HN honduras,hnd|HR croatia,hrv,hrvatska,kroatien|HT haiti|HU hungary,hun,hungria,ungarn,hongrie,ungheria,magyarorszag|ID indonesia,idn,indonesien,indonesie|IE ireland,irl,republic of ireland,irlanda,irland,irlande,eire|IL israel,isr|IM isle of man|IN india,ind,bharat,indien,inde,hindustan|IQ iraq,irq|IR iran,irn|IS iceland,isl|IT italy,ita,italia,italie,italien|' +
  'JE jersey|JM jamaica,jam|JO jordan,jor|JP japan,jpn,japon,japao,giappone,jepang|KE kenya,ken|KG kyrgyzstan|KH cambodia,khm|KI kiribati|KM comoros|KN saint kitts and nevis,st kitts and nevis|KP north korea|KR south korea,korea,kor,republic of korea,corea del sur,sudkorea,coree du sud,korea selatan|KW kuwait,kwt|KY cayman islands|KZ kazakhstan,kaz|LA laos,lao|LB lebanon,lbn|LC saint lucia,st lucia|LI liechtenstein|LK sri lanka,lka|LR liberia|LS lesotho|LT lithuania,ltu|LU luxembourg,lux,luxemburg,luxemburgo|LV latvia,lva|LY libya|' +
  'MA morocco,mar,marruecos,maroc,marokko,marrocos|MC monaco|MD moldova|ME montenegro|MF saint martin|MG madagascar|MH marshall islands|MK north macedonia,macedonia|ML mali|MM myanmar,burma|MN mongolia|MO macau,macao|MQ martinique|MR mauritania|MS montserrat|MT malta,mlt|MU mauritius,mus|MV maldives|MW malawi|MX mexico,mex,mexique,mexiko,messico,meksiko|MY malaysia,mys,malasia,malaisie|MZ mozambique,mocambique|NA namibia|NC new caledonia|NE niger|NG nigeria,nga|NI nicaragua,nic|NL netherlands,nld,the netherlands,holland,paises bajos,paises baixos,pays bas,niederlande,paesi bassi,olanda,belanda,nederland,holanda|NO norway,nor,norge,noruega,norwegen,norvege|NP nepal,npl|NZ new zealand,nzl,nueva zelanda|' +
  'OM oman,omn|PA panama,pan|PE peru,per|PF french polynesia|PG papua new guinea|PH philippines,phl,the philippines,filipinas,filipina,pilipinas|PK pakistan,pak|PL poland,pol,polonia,polen,pologne,polska|PR puerto rico,pri|PS palestine|PT portugal,prt,portogallo|PW palau|PY paraguay,pry|QA qatar,qat|RE reunion,la reunion|RO romania,rou,rumania,rumanien,roumanie|RS serbia,srb|RU russia,rus,russian federation,rusia,russland,russie|RW rwanda|' +
  'SA saudi arabia,sau,ksa,arabia saudita,arabie saoudite,saudi arabien,arab saudi,kingdom of saudi arabia|SB solomon islands|SC seychelles|SD sudan|SE sweden,swe,sverige,suecia,schweden,suede,svezia,swedia|SG singapore,sgp,singapur,singapour,singapura|SI slovenia,svn|SK slovakia,svk|SL sierra leone|SM san marino|SN senegal|SO somalia|SR suriname|SS south sudan|ST sao tome and principe|SV el salvador,slv|SX sint maarten|SY syria|SZ eswatini,swaziland|TC turks and caicos islands|TD chad|TG togo|TH thailand,tha,tailandia,thailande|TJ tajikistan|TL timor leste,east timor|TM turkmenistan|TN tunisia,tun,tunez,tunisie|TO tonga|TR turkey,tur,turkiye,turquia,turkei,turquie,turchia,turki|TT trinidad and tobago,trinidad|TV tuvalu|TW taiwan,twn|TZ tanzania,tza|' +
  'UA ukraine,ukr,ucrania|UG uganda,uga|US united states,usa,u s,u s a,united states of america,the united states,america,estados unidos,eeuu,ee uu,eua,estados unidos da america,etats unis,vereinigte staaten,stati uniti,amerika serikat,amerika,puerto rico usa|UY uruguay,ury|UZ uzbekistan|VA vatican city,holy see|VC saint vincent and the grenadines|VE venezuela,ven|VG british virgin islands|VI us virgin islands|VN vietnam,viet nam,vnm|VU vanuatu|WS samoa|XK kosovo|YE yemen|YT mayotte|ZA south africa,zaf,rsa,sudafrica,africa do sul,sudafrika,afrique du sud,afrika selatan|ZM zambia|ZW zimbabwe,zwe';

let byName: Map<string, string> | null = null;

function names(): Map<string, string> {
  if (byName === null) {
    byName = new Map();
    for (const line of TABLE.split('|')) {
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
