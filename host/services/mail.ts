import { call, needScope, port, wrongSignature } from './realm';

interface Message {
  to?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  cc?: string;
  bcc?: string;
  name?: string;
  replyTo?: string;
  noReply?: boolean;
}

const METHOD = 'MailApp.sendEmail';

/** MailApp: mail that goes to the host's outbox. Recipients count, not messages (guide "Quotas"). */
export class HostMailApp {
  /** An object, or recipient, subject, body and options, or recipient, reply-to, subject, body. */
  sendEmail(...args: unknown[]): void {
    needScope(METHOD, 'script.send_mail', 'https://mail.google.com/');
    const message = messageOf(args);
    call(METHOD, 'mail', () =>
      port.mail.send({
        to: String(message.to ?? ''),
        subject: String(message.subject ?? ''),
        body: String(message.body ?? ''),
        ...pick(message),
      }),
    );
  }
  getRemainingDailyQuota(): number {
    needScope('MailApp.getRemainingDailyQuota', 'script.send_mail', 'https://mail.google.com/');
    return call('MailApp.getRemainingDailyQuota', 'script', () => port.mail.remaining());
  }
}

function messageOf(args: readonly unknown[]): Message {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) return first as Message;
  if (args.length === 3 || (args.length === 4 && typeof fourth === 'object'))
    return {
      ...(fourth as Message | undefined),
      to: first as string,
      subject: second as string,
      body: third as string,
    };
  if (args.length === 4)
    return { to: first as string, replyTo: second as string, subject: third as string, body: fourth as string };
  throw wrongSignature(METHOD, args);
}

function pick(message: Message): Partial<Record<'cc' | 'bcc' | 'htmlBody' | 'name' | 'replyTo', string>> {
  const picked: Record<string, string> = {};
  for (const key of ['cc', 'bcc', 'htmlBody', 'name', 'replyTo'] as const)
    if (message[key]) picked[key] = String(message[key]);
  return picked;
}
