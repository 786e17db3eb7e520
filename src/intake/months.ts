import { fold } from './text';

/** Month names and their usual short forms in the languages of intake; accents and case do not matter. */
const NAMES: readonly string[] = [
  'january jan enero ene janeiro janvier janv januar janner jaenner gennaio gen januari janwari',
  'february feb febr febrero fevereiro fev fevrier fevr februar feber febbraio februari farvari',
  'march mar marzo marco mars marz maerz mrz maret march',
  'april apr abril abr avril avr aprile aprail',
  'may mayo maio mai maggio mag mei mae',
  'june jun junio junho juin juni giugno giu joon',
  'july jul julio julho juillet juil juli luglio lug julai',
  'august aug agosto ago aout agustus agu agt agst agast',
  'september sep sept septiembre set setembro septembre settembre sitambar setiembre',
  'october oct octubre outubro out octobre oktober okt ottobre ott aktubar',
  'november nov noviembre novembro novembre nop navambar nopember',
  'december dec diciembre dic dezembro dez decembre dezember dicembre desember des disambar',
];

const MONTHS = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names.split(' ')) MONTHS.set(name, index + 1);
});

/** 1 to 12 for a month's name in one of the languages of intake; 0 for other words. */
export function monthOf(word: string): number {
  return MONTHS.get(fold(word).replace(/\.$/, '')) ?? 0;
}
