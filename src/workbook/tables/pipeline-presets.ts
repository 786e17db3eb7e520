/**
 * What a stage means for a follow-up: `first` waits for contact; `open` goes on; `won` and `lost` close it.
 */
export type StageKind = 'first' | 'open' | 'won' | 'lost';

type Preset = readonly (readonly [stage: string, kind: StageKind, alsoCalled?: string])[];

/** The pipelines that a new workbook starts with; people edit, add and remove them in the sheet `pipelines`. */
export const PIPELINE_PRESETS: Readonly<Record<string, Preset>> = {
  Order: [
    ['To call', 'first', 'new'],
    ['Contacted', 'open', 'called, reached'],
    ['Waiting', 'open', 'on hold'],
    ['Done', 'won', 'completed, closed'],
    ['Cancelled', 'lost', 'canceled'],
  ],
  Lead: [
    ['New', 'first', 'new lead'],
    ['Contacted', 'open', 'called, reached'],
    ['Qualified', 'open'],
    ['Converted', 'won', 'won'],
    ['Lost', 'lost'],
  ],
  'Lead stages': [
    ['Inquiry', 'first'],
    ['Qualified', 'open'],
    ['Proposal', 'open'],
    ['Negotiation', 'open'],
    ['Won', 'won'],
    ['Lost', 'lost'],
  ],
  Opportunity: [
    ['Prospecting', 'first'],
    ['Qualification', 'open'],
    ['Proposal', 'open'],
    ['Negotiation', 'open'],
    ['Closed won', 'won', 'closed_won, closed-won'],
    ['Closed lost', 'lost', 'closed_lost, closed-lost'],
  ],
  Eviction: [
    ['New Inquiry', 'first'],
    ['Client Pack Sent', 'open'],
    ['Awaiting Instruction', 'open'],
    ['Job Booked', 'open'],
    ['Job In Progress', 'open'],
    ['Invoiced', 'open'],
    ['Paid', 'won'],
  ],
  Prevention: [
    ['Prospect', 'first'],
    ['First Contact Made', 'open'],
    ['In Discussion', 'open'],
    ['Quote Sent', 'open'],
    ['Thinking About It', 'open'],
    ['Won', 'won'],
    ['Lost', 'lost'],
  ],
  Partner: [
    ['Active Partner', 'open'],
    ['Inactive', 'lost'],
  ],
  Library: [
    ['New Lead', 'first'],
    ['Initial Contact', 'open'],
    ['Qualified', 'open'],
    ['Proposal', 'open'],
    ['Negotiation', 'open'],
    ['Closed Won', 'won'],
    ['Closed Lost', 'lost'],
    ['Re-engage Later', 'open'],
  ],
};
