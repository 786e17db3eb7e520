import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../run/bundle';
import { writeMembers } from './members';
import { supportPage } from './support';

/** Writes what is generated: `host/services/members.json` (from `@types/google-apps-script`) and `docs/host-support.md` (from the code). */
export function generate(): void {
  writeMembers();
  writeFileSync(join(projectRoot(), 'docs', 'host-support.md'), supportPage());
}

generate();
