import { variants, words } from './text';

/** Legal forms, folded (as single words after joining single letters: "s.r.l." folds to "srl"). */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pc pty gmbh mbh ag kg kgaa ohg gbr ug ev eg ek se ' +
    'sa sas sasu sarl srl spa snc sl slu sau bv nv vof cv ab as asa oy oyj aps kft zrt doo dd sro spzoo ltda eirl sapi kk'
  ).split(' '),
);

/** Words of one meaning that firms write in several ways. */
const SYNONYMS = variants(
  'international intl int, national natl nat, manufacturing mfg mfr, service svc svcs serv services, ' +
    'associates assoc, association assn, brothers bros, gebruder gebr gebrueder, center ctr centre cntr, ' +
    'technology tech technologies techn, systems sys system, solutions sol solution, management mgmt mgt, ' +
    'department dept, university univ, institute inst, group grp gp gruppe, holding hldg hldgs holdings, ' +
    'industries ind inds industry, engineering eng engr engrg, electric elec, laboratories labs lab, ' +
    'distribution dist distr, transport trans transp, construction const constr, consulting cons, ' +
    'products prod prods, development dev, financial fin finl, insurance ins, pharmaceuticals pharm pharma, ' +
    'school sch, academy acad, saint st, mount mt, fort ft, doctor dr, american amer, and und u et e y n, ' +
    'maschinenbau maschb',
);

const SMALL_WORDS: ReadonlySet<string> = new Set('and the of a an der die das fur for de la le del di'.split(' '));

/** Words that a person's name does not have. */
const FIRM_WORDS: ReadonlySet<string> = new Set(
  (
    'group holding service services systems solutions technology technologies consulting consultants international industries ' +
    'center school academy university college institute hospital clinic church association foundation society club council ' +
    'department ministry bank insurance hotel restaurant cafe bakery store stores shop market mart supply logistics transport ' +
    'trading imports exports manufacturing products engineering construction electric plumbing design designs studio studios media ' +
    'marketing partners associates brothers sons enterprises ventures capital properties realty estate management energy foods farms ' +
    'motors auto pharmacy pharmaceuticals laboratories software data network networks security maschinenbau bau handel vertrieb ' +
    'verlag backerei apotheke autohaus praxis kanzlei versicherung werk werke druckerei metallbau elektro technik daycare ' +
    'learning child children kids preschool community family head start program analytics digital labs works global'
  ).split(' '),
);

/** A firm's name as it is compared. */
export interface FirmName {
  /** Words that tell firms apart, without legal forms and small words; never empty unless the name is. */
  core: string[];
  /** First letters of the words, small ones left out: "ibm". */
  initials: string;
}

/** Joins runs of single letters ("i b m" → "ibm", "s r l" → "srl"), which is what dots in abbreviations fold to. */
function joinLetters(parts: readonly string[]): string[] {
  const out: string[] = [];
  let run = '';
  for (const part of [...parts, '']) {
    if (part.length === 1 && /[a-z]/.test(part)) {
      run += part;
      continue;
    }
    if (run !== '') out.push(run);
    run = '';
    if (part !== '') out.push(part);
  }
  return out;
}

/** Takes a firm's name apart; see {@link FirmName}. German umlauts written out are left to the comparison. */
export function firmName(text: string): FirmName {
  const all = joinLetters(words(text)).map((word) => SYNONYMS.get(word) ?? word);
  const distinctive = all.filter((word) => !LEGAL_FORMS.has(word) && !SMALL_WORDS.has(word));
  const core = distinctive.length > 0 ? distinctive : all;
  return { core, initials: core.map((word) => word.charAt(0)).join('') };
}

/** Whether a name can only be a firm's: a legal form, a trade, digits, an ampersand or more than five words. */
export function looksLikeFirm(text: string): boolean {
  if (/[0-9&]/.test(text)) return true;
  const all = joinLetters(words(text));
  if (all.length > 5) return true;
  return all.some(
    (word, i) =>
      (i > 0 && LEGAL_FORMS.has(word) && word.length > 1) ||
      FIRM_WORDS.has(word) ||
      FIRM_WORDS.has(SYNONYMS.get(word) ?? ''),
  );
}
