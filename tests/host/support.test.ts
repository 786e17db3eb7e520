import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import members from '../../host/services/members.json';
import { readMembers } from '../../host/tools/members';
import { supportPage } from '../../host/tools/support';

describe('what is generated is current (node build of host/tools/generate.ts)', () => {
  test('docs/host-support.md is made of the code as it is', () => {
    expect(readFileSync(join(__dirname, '../../docs/host-support.md'), 'utf8')).toBe(supportPage());
  });

  test("host/services/members.json is made of Google's types as installed", () => {
    expect(members).toEqual(readMembers());
  });
});
