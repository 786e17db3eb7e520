import type { Channel } from './channel';
import { asHtml, asText } from './message';

/** E-mail. Google counts what is left of the day's recipients, which also tells whether a message was sent. */
export const mailChannel: Channel | undefined = {
  name: 'mail',
  room: ({ mail }, { email }) => (mail && email !== '' ? mail.quota() : 0),
  send: ({ mail }, { email }, message) =>
    mail?.send({ to: email, subject: message.subject, text: asText(message), html: asHtml(message) }),
  wentOut: ({ mail }, _to, room) => {
    const left = mail?.quota() ?? 0;
    // More than before: Google's day has begun anew in between, and nobody can tell.
    return left > room ? null : left < room;
  },
};
