import type { Mail } from '../jobs/ports';

/** Mail in the name of whoever runs the script. Left out of the bundle when the connection is off. */
export const googleMail: Mail | undefined = {
  quota: () => MailApp.getRemainingDailyQuota(),
  send: ({ to, subject, text, html }) => MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name: 'CRM' }),
};
