import { distance } from 'fastest-levenshtein';
import { foldWords } from './text';

/** Words for the same stage of an order or a lead, in the languages of intake, folded. The first is what other systems call it. */
const SAME: readonly string[] = [
  'new|nuevo|nueva|novo|nova|nouveau|nouvelle|neu|nuovo|nuova|baru|naya|inquiry|new inquiry|enquiry|new lead|prospect|open|created|received|placed|just in',
  'contacted|initial contact|first contact made|first contact|contactado|contatado|contacte|kontaktiert|contattato|dihubungi|reached|called|spoke|in contact',
  'qualified|qualification|calificado|qualificado|qualifie|qualifiziert|qualificato|mql|sql',
  'proposal|quote sent|quoted|proposal sent|quotation sent|presupuestado|propuesta|proposta|devis envoye|angebot|angebot gesendet|preventivo|penawaran|estimate sent',
  'negotiation|negotiating|in discussion|thinking about it|negociacion|negociacao|verhandlung|negoziazione|trattativa|negosiasi',
  'won|closed won|converted|customer|active|ganado|ganho|fechado|gagne|gewonnen|vinto|chiuso vinto|menang|deal|sale|success|successful',
  'lost|closed lost|dead|not interested|perdido|perdu|verloren|perso|kalah|gagal|rejected|declined|unqualified|disqualified',
  'pending|awaiting|awaiting payment|on hold|hold|waiting|unpaid|pendiente|pendente|en attente|ausstehend|in attesa|menunggu|baqi|to do|not started',
  'processing|in progress|in process|preparing|packing|en proceso|em processamento|en cours|in bearbeitung|in lavorazione|diproses|job in progress|working|wip|confirmed|confirmado',
  'paid|payed|payment received|settled|pagado|pago|paye|bezahlt|pagato|lunas|dibayar|paid in full',
  'invoiced|billed|facturado|faturado|facture|berechnet|fatturato|ditagih',
  'shipped|dispatched|sent|in transit|out for delivery|enviado|despachado|expedie|versandt|versendet|spedito|dikirim|fulfilled',
  'delivered|received by customer|entregado|entregue|livre|geliefert|zugestellt|consegnato|diterima|terkirim',
  'completed|complete|done|finished|closed|completado|concluido|termine|abgeschlossen|erledigt|completato|selesai|ho gaya|finalizado',
  'cancelled|canceled|cancelado|cancelada|annule|storniert|annullato|dibatalkan|batal|void|voided|cancel',
  'refunded|refund|reembolsado|rembourse|erstattet|rimborsato|dikembalikan|money back',
  'returned|return|devuelto|devolvido|retourne|retourniert|zuruckgeschickt|reso|retur',
  'snoozed|later|re engage later|dormant|inactive|pausado|ruhend',
];

const GROUPS: readonly (readonly string[])[] = SAME.map((line) => line.split('|'));
const WORDS = new Set(GROUPS.flat());

/** Whether a text is a status that orders or leads have, in one of the languages of intake. */
export function isStatusWord(text: string): boolean {
  return text.length < 25 && WORDS.has(foldWords(text));
}

/** A status as it was folded: the pipeline's word, and how it was found. */
export interface FoldedStatus {
  status: string;
  /** `''`: left as written. */
  how: '' | 'same' | 'synonym' | 'spelling';
}

function byMeaning(text: string, known: ReadonlyMap<string, string>): string {
  for (const group of GROUPS) {
    if (!group.includes(text)) continue;
    const found = group.find((word) => known.has(word));
    if (found !== undefined) return known.get(found)!;
  }
  return '';
}

function bySpelling(text: string, known: ReadonlyMap<string, string>): string {
  const allowed = text.length >= 9 ? 2 : 1;
  if (text.length < 5) return '';
  const near = [...known.keys()].filter((word) => word.length >= 5 && distance(word, text) <= allowed);
  if (near.length === 1) return known.get(near[0])!;
  if (near.length > 1) return '';
  const meant = new Set<string>();
  for (const group of GROUPS) {
    const word = group.find((one) => one.length >= 5 && distance(one, text) <= allowed);
    const target = word === undefined ? '' : byMeaning(word, known);
    if (target !== '') meant.add(target);
  }
  return meant.size === 1 ? [...meant][0] : '';
}

/**
 * A status in the pipeline's words, where it is one of them in another spelling or language; else as written. `statuses` are the
 * words of the pipeline as people see them.
 */
export function foldStatus(text: string, statuses: readonly string[]): FoldedStatus {
  const word = foldWords(text);
  if (word === '') return { status: '', how: '' };
  if (word.length > 60) return { status: text, how: '' };
  const known = new Map<string, string>();
  for (const status of statuses) known.set(foldWords(status), status);
  const same = known.get(word);
  if (same !== undefined) return { status: same, how: same === text ? '' : 'same' };
  const meaning = byMeaning(word, known);
  if (meaning !== '') return { status: meaning, how: 'synonym' };
  const spelling = bySpelling(word, known);
  return spelling === '' ? { status: text, how: '' } : { status: spelling, how: 'spelling' };
}
