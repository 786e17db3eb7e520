import { clean } from './clean';
import { HostError } from './error';
import { match, merge } from './match';
import { syncCommand } from './sync';

type Command = (argv: string[]) => Promise<number>;

const COMMANDS: Record<string, { run: Command; usage: string }> = {
  sync: { run: syncCommand, usage: 'sync <file.xlsx|file.csv> [--out <file.xlsx>] [--now <iso>] [--json]' },
  clean: {
    run: clean,
    usage: 'clean <file.csv|file.xlsx> [--sheet <name>] [--country <US>] [--out <file.csv>] [--json]',
  },
  match: { run: match, usage: 'match <file.csv> [--out <clusters.csv>] [--json]' },
  merge: { run: merge, usage: 'merge <file.csv> --out <file.csv>' },
};

/** `crm <command> …`: the product's jobs with no browser. Exit code 2, after one sentence, for what cannot be done at all. */
export async function main(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = COMMANDS[name];
  if (!command) {
    console.error(
      `Say which: ${Object.values(COMMANDS)
        .map(({ usage }) => `\n  crm ${usage}`)
        .join('')}`,
    );
    return 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof HostError) && !isUsageError(error)) throw error;
    console.error((error as Error).message);
    return 2;
  }
}

const isUsageError = (error: unknown) => (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
