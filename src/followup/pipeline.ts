import type { StageRow } from '../workbook/tables/config';
import type { StageKind } from '../workbook/tables/pipeline-presets';

export interface Stage {
  name: string;
  kind: StageKind;
  pipeline?: string;
  /** Working days between touches, where no next date is set; 0: none. */
  every?: number;
  /** Working days that a follow-up may stay here; 0: as long as it likes. */
  maxDays?: number;
  /** What happens after that: it is flagged, reminded of, or moved to {@link next}. */
  overstay?: 'flag' | 'remind' | 'move';
  next?: string;
  /** Columns that must be filled before a follow-up may enter. */
  required?: string[];
}

/** The pipelines as people have written them, looked up without regard to case, blanks, hyphens and other names. */
export class Pipelines {
  private readonly byName = new Map<string, Stage[]>();
  private readonly byWord = new Map<string, Stage>();
  /** By pipeline and status as they are written: lists ask for the same few over and over. */
  private readonly asked = new Map<string, Map<string, Stage | undefined>>();

  constructor(rows: readonly StageRow[]) {
    const sorted = rows.filter((row) => row.stage !== '').sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    for (const row of sorted) {
      const kind =
        (['first', 'open', 'won', 'lost'] as const).find((word) => word === row.kind.toLowerCase()) ?? 'open';
      const stage: Stage = {
        name: row.stage,
        kind,
        pipeline: row.pipeline,
        every: row.every ?? 0,
        maxDays: row.maxDays ?? 0,
        overstay: (['remind', 'move'] as const).find((word) => word === row.overstay.toLowerCase()) ?? 'flag',
        next: row.next,
        required: row.required.split(',').flatMap((word) => word.trim() || []),
      };
      const pipeline = fold(row.pipeline);
      this.byName.set(pipeline, [...(this.byName.get(pipeline) ?? []), stage]);
      for (const word of [row.stage, ...row.alsoCalled.split(',')]) {
        const key = `${pipeline}|${fold(word)}`;
        if (fold(word) !== '' && !this.byWord.has(key)) this.byWord.set(key, stage);
      }
    }
  }

  /** As people have written them. */
  names(): string[] {
    return [...this.byName.values()].flatMap(([stage]) => stage.pipeline ?? []);
  }

  /** Whether there is a pipeline of that name. */
  has(pipeline: string): boolean {
    return this.byName.has(fold(pipeline));
  }

  /** The stage in which a new follow-up starts; `''` when the pipeline has none. */
  start(pipeline: string): string {
    const stages = this.byName.get(fold(pipeline)) ?? [];
    return (stages.find((stage) => stage.kind === 'first') ?? stages[0])?.name ?? '';
  }

  /** The stage that a status means, whatever its spelling; undefined when the pipeline does not know the word. */
  stage(pipeline: string, status: string): Stage | undefined {
    const known = this.asked.get(pipeline) ?? new Map<string, Stage | undefined>();
    this.asked.set(pipeline, known);
    if (!known.has(status)) known.set(status, this.byWord.get(`${fold(pipeline)}|${fold(status)}`));
    return known.get(status);
  }

  /** Stages in order. */
  stages(pipeline: string): readonly Stage[] {
    return this.byName.get(fold(pipeline)) ?? [];
  }
}

/** "Closed-Won ", "closed_won" and "CLOSED WON" are one word. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s_\-–—.]+/g, '');
}
