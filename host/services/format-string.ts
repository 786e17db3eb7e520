/** Utilities.formatString: `%s %d %i %f %x %o %e %g %%` with flags, width and precision, as sprintf. */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return String(template).replace(
    /%([-+ 0#]*)(\d+)?(?:\.(\d+))?([sdifxXoeEgc%])/g,
    (_all, flags: string, width: string, precision: string, kind: string) => {
      if (kind === '%') return '%';
      const text = one(kind, args[next++], precision === undefined ? undefined : Number(precision), flags);
      const room = Number(width ?? 0);
      if (flags.includes('-')) return text.padEnd(room);
      if (!flags.includes('0') || kind === 's') return text.padStart(room);
      const sign = /^[-+]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(room - sign.length, '0');
    },
  );
}

function one(kind: string, value: unknown, precision: number | undefined, flags: string): string {
  if (kind === 's') return String(value).slice(0, precision ?? Number.POSITIVE_INFINITY);
  if (kind === 'c') return String(value)[0] ?? '';
  const number = Number(value);
  const plus = flags.includes('+') && number >= 0 ? '+' : '';
  switch (kind) {
    case 'd':
    case 'i':
      return plus + String(Math.trunc(number));
    case 'f':
      return plus + number.toFixed(precision ?? 6);
    case 'e':
    case 'E': {
      const text = number.toExponential(precision ?? 6).replace(/e([-+])(\d)$/, 'e$10$2');
      return plus + (kind === 'E' ? text.toUpperCase() : text);
    }
    case 'g':
      return plus + String(Number(number.toPrecision(precision || 6)));
    case 'o':
      return Math.trunc(number).toString(8);
    default: {
      const hex = Math.trunc(number).toString(16);
      return kind === 'X' ? hex.toUpperCase() : hex;
    }
  }
}
