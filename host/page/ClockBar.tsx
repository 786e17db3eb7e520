import type { ClockView } from '../serve/protocol';
import { ask } from './client';
import { clockText } from './texts';

const MINUTE = 60_000;
const STEPS = [
  { label: '+1 min', ms: MINUTE },
  { label: '+1 h', ms: 60 * MINUTE },
  { label: 'Next day', ms: 24 * 60 * MINUTE },
];

/** The host's clock. It follows the real one and can be moved on, so that triggers are seen to fire. */
export function ClockBar({ clock }: { clock: ClockView }) {
  const next = clock.triggers.map((trigger) => trigger.next).filter((at): at is number => at !== undefined);
  const wait = next.length > 0 ? Math.max(0, Math.round((Math.min(...next) - clock.now) / 1000)) : undefined;
  return (
    <section className="clock" aria-label="Clock">
      <span className="time" title={clock.timeZone}>
        {clockText(clock.now, clock.timeZone)}
      </span>
      <span
        className="triggers"
        title={clock.triggers.map(({ functionName, kind }) => `${functionName}: ${kind}`).join('\n')}
      >
        {clock.triggers.length === 0
          ? 'no triggers'
          : wait === undefined
            ? `${clock.triggers.length} triggers`
            : `trigger in ${wait} s`}
      </span>
      {clock.ahead > 0 ? (
        <button type="button" onClick={() => ask({ kind: 'stop' })}>
          Stop ({Math.ceil(clock.ahead / MINUTE)} min to go)
        </button>
      ) : (
        STEPS.map(({ label, ms }) => (
          <button type="button" key={label} onClick={() => ask({ kind: 'advance', ms })}>
            {label}
          </button>
        ))
      )}
    </section>
  );
}
