import type { Form } from './forms';

type EmailForm = Form<readonly string[], string[]>;

/** A form whose address can still be read. */
function readable(mess: string, share: number, cell: (email: string) => string): EmailForm {
  return { mess, share, write: ([email]) => ({ cell: cell(email), clean: [email] }) };
}

/** A cell from which no address can be had without guessing. */
function lost(mess: string, share: number, cell: (email: string) => string): EmailForm {
  return { mess, share, write: ([email]) => ({ cell: cell(email), clean: [] }) };
}

function two(mess: string, share: number, between: string): EmailForm {
  return {
    mess,
    share,
    fits: (emails) => emails.length > 1,
    write: ([one, other]) => ({ cell: one + between + other, clean: [one, other] }),
  };
}

/** How e-mail addresses are written; a value is the person's addresses, the one meant first. */
export const EMAIL_FORMS: readonly EmailForm[] = [
  readable('', 1, (email) => email),
  readable('email-capitals', 0.04, (email) => email.toUpperCase()),
  readable('email-first-capital', 0.08, (email) => email[0].toUpperCase() + email.slice(1)),
  readable('email-trailing-space', 0.05, (email) => `${email} `),
  readable('email-no-break-space', 0.015, (email) => `\u00a0${email}`),
  readable('email-mailto', 0.01, (email) => `mailto:${email}`),
  readable('email-angle-brackets', 0.015, (email) => `Orders <${email}>`),
  readable('email-full-stop', 0.008, (email) => `${email}.`),
  two('email-two-semicolon', 0.015, '; '),
  two('email-two-slash', 0.008, ' / '),
  two('email-two-lines', 0.005, '\n'),
  lost('email-no-at', 0.01, (email) => email.replace('@', '.')),
  lost('email-two-at', 0.004, (email) => email.replace('@', '@@')),
  lost('email-comma', 0.008, (email) => email.replace(/\.(?=[^.]*$)/, ',')),
  lost('email-filler', 0.02, () => 'none'),
  lost('email-not-given', 0.008, () => 'no email'),
  lost('email-blank', 0.12, () => ''),
];
