/** Words that decide how a name is read. All are folded: lower case, no accents, no dots. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Titles that stand before a name and are not part of it. */
export const TITLES = words(
  'mr mrs ms miss mx mister master sir madam madame dame lord lady dr doctor prof professor rev reverend fr father sister hon capt captain col lt sgt eng engr arq ing lic ldo lda abg don dona sr sra srta senor senora senorita dra profa herr frau hr fr dipl-ing mme mlle monsieur mademoiselle me sig sigra signor signora signorina dott dottssa dottore avv rag geom shri shree sri smt kum kumari janab mohtarma begum bapak bpk pak ibu bu sdr sdri tuan hj haji med jur phil rer nat habil drs',
);
/** Titles that are a name or a word elsewhere, and are taken for one only with a dot or before two more words. */
export const WEAK_TITLES = words(
  'master sister father don dona me fr bu pak ibu sri ing rag geom lic eng hon sir lady lord dame begum kumari kum haji tuan sr',
);

/** Suffixes of descent that stay in the display form. */
export const DESCENT = words('jr sr ii iii iv junior senior filho neto sobrinho fils pere');
/** Degrees and honours after a name, taken off. */
export const DEGREES = words(
  'phd md dds dvm jd esq esquire cpa mba msc bsc ma ba rn pe cfa cissp pmp obe mbe cbe dphil llb llm bcom btech mtech se st skom mm sh spd amd mag mmag dipl ret',
);

/** Particles that begin a family name. */
export const PARTICLES = words(
  'de del della delle dello degli dei di da das do dos du des d la las le les lo los el y e i van von der den dem zu zum zur vom ter ten te op het af av bin binti bint ibn ben al ap st san santa saint mac',
);
/** Particles that no one has as a given name, so that they may open the family name wherever they stand. */
export const STRONG_PARTICLES = words(
  'de del della delle dello degli dei di da das do dos du des la van von der den vom zum zur ter ten bin binti bint ibn al st le les af',
);

/** Legal forms: whoever bears one is a company. */
export const LEGAL_FORMS = words(
  'inc incorporated llc llp lp ltd lda limited corp corporation plc co company gmbh ag kg ohg gbr ug ev ek mbh sarl sas sasu eurl sa sau sl slu srl srls spa snc scarl sapi eirl ltda me epp eireli cia pvt private pte pty bv nv oy oyj ab as asa aps sp zoo sro kft zrt ooo oao pao zao tbk pt cv ud fze fzc fzco llc-fz bhd sdn kk',
);
/** Legal forms that are words or initials of people too: they count only at the end (PT, CV, UD: at the beginning). */
export const EDGE_FORMS = words(
  'co company ag me as sa sl ab spa ma lp ek ev cv pt ud co sp nv bv kk private limited cia ug kg',
);
export const LEADING_FORMS = words('pt cv ud');

/** Words of businesses and institutions. */
export const BUSINESS = words(
  'group holdings holding industries industrial enterprises enterprise solutions services service systems technologies technology tech consulting consultants partners associates international global logistics trading traders trade imports exports foods construction builders engineering electronics motors auto hotel restaurant cafe bakery pharmacy clinic hospital university college school institute academy foundation association society bank insurance agency studio media software labs laboratories store stores shop market supermarket supplies supply distributors distribution wholesale manufacturing works farms farm energy oil gas mining transport airlines travel tours properties realty estate capital investments ventures finance financial council ministry department club grupo comercial comercio distribuidora importadora exportadora servicios servicos soluciones solucoes hermanos ferreteria panaderia farmacia restaurante tienda loja mercado industria industrias empresa hijos filhos groupe societe etablissements boulangerie pharmacie garage handel handels bau dienstleistungen verein stiftung backerei apotheke azienda gruppo fratelli figli toko warung usaha brothers bros sons agencies textiles jewellers sweets medicals hardware pictures dynamics worldwide science',
);

/** Given names that are common enough to tell a column of people, or a person whose surname is also a legal form. */
export const COMMON_GIVEN = words(
  'james john robert michael william david richard joseph thomas charles mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy daniel matthew anthony mark paul steven andrew kenneth george joshua kevin brian emily emma olivia anna maria jose juan carlos luis jorge miguel ana carmen rosa laura sofia lucia pedro antonio francisco manuel joao paulo lucas gabriel mariana juliana fernanda jean pierre marie sophie julie nicolas thomas camille hans peter klaus stefan anna julia lena lukas felix marco giuseppe francesco giulia chiara luca andrea mohammed muhammad ahmed ali fatima aisha hassan omar raj rahul amit priya neha sanjay anita sunita vijay ravi deepak pooja imran bilal ayesha zainab budi siti agus dewi putri rina andi sri joko wahyu wei li chen wang kim lee nguyen',
);
