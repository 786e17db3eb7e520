/** Google's limits for a consumer account (Apps Script guide "Quotas for Google services" and the references of each service). */
export interface Limits {
  /** Modelled milliseconds of one execution. */
  runMs: number;
  /** The same for simple triggers (guide "Simple triggers", Restrictions). */
  simpleRunMs: number;
  /** Trigger time of one user in a day. */
  triggerMsPerDay: number;
  triggersPerUser: number;
  /** Executions of one user at once. */
  simultaneous: number;
  /** onEdit events that wait while one runs; more are lost (guide "Simple triggers"). */
  queuedEdits: number;
  mailRecipientsPerDay: number;
  mailRecipientsPerMessage: number;
  mailBodyBytes: number;
  fetchesPerDay: number;
  propertyBytes: number;
  propertyStoreBytes: number;
  propertyCallsPerDay: number;
  cacheKeyChars: number;
  cacheValueBytes: number;
  cacheItems: number;
  cacheMaxSeconds: number;
  cacheDefaultSeconds: number;
  metadataChars: number;
  /** Real milliseconds after which a script that makes no calls is stopped. */
  realMs: number;
}

export const LIMITS: Limits = {
  runMs: 360_000,
  simpleRunMs: 30_000,
  triggerMsPerDay: 90 * 60_000,
  triggersPerUser: 20,
  simultaneous: 30,
  queuedEdits: 2,
  mailRecipientsPerDay: 100,
  mailRecipientsPerMessage: 50,
  mailBodyBytes: 200 * 1024,
  fetchesPerDay: 20_000,
  propertyBytes: 9 * 1024,
  propertyStoreBytes: 500 * 1024,
  propertyCallsPerDay: 50_000,
  cacheKeyChars: 250,
  cacheValueBytes: 100 * 1024,
  cacheItems: 1000,
  cacheMaxSeconds: 21_600,
  cacheDefaultSeconds: 600,
  metadataChars: 30_000,
  realMs: 360_000,
};

/** A quota that is reset 24 hours after its first use (guide "Quotas": "reset 24 hours after the first request"). */
export interface Quota {
  since: number;
  used: number;
}

const DAY = 86_400_000;

/** What is used of a quota at this moment. */
export function used(quota: Quota | undefined, now: number): number {
  return quota && now < quota.since + DAY ? quota.used : 0;
}

/** The quota after using `amount` more. */
export function use(quota: Quota | undefined, amount: number, now: number): Quota {
  return quota && now < quota.since + DAY
    ? { since: quota.since, used: quota.used + amount }
    : { since: now, used: amount };
}
