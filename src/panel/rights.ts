import { CrmError } from '../errors';
import type { Actor } from '../jobs/op';
import type { Desk } from './desk';

/** Who acts, and on whose follow-ups. */
export function actorOf(desk: Desk): Actor {
  const { name, email, role } = desk.me;
  // An account that stands nowhere in `staff` is not kept from working, but is told apart in the journal.
  if (name === '') return { name: `${email || 'somebody'} (unverified)`, all: true };
  return { name, all: role !== 'member' };
}

/**
 * Members of staff act on what is theirs or nobody's.
 * @param owners of the follow-ups of which one at least has to be theirs
 * @throws CrmError `not-yours`
 */
export function mustBeAllowed(actor: Actor, owners: readonly string[]): void {
  if (actor.all || owners.length === 0 || owners.some((owner) => owner === '' || owner === actor.name)) return;
  const [owner] = owners;
  throw new CrmError('not-yours', `This follow-up belongs to ${owner}.`, `Ask ${owner}, or whoever leads.`);
}

/**
 * Set-up, staff, automatic updates and demo data are for leads and owners, as soon as `staff` names one. An account that
 * stands nowhere in `staff` is not kept from them: often it is whoever owns the workbook.
 * @throws CrmError `not-lead`
 */
export function mustLead({ me, office }: Desk): void {
  const leaders = office.staff.filter(({ role }) => role === 'owner' || role === 'lead');
  if (me.name === '' || me.role !== 'member' || leaders.length === 0) return;
  const names = leaders
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
  throw new CrmError('not-lead', 'This is for those who lead.', `Ask ${names}; roles stand in the sheet “staff”.`);
}
