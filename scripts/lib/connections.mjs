// Which connections go into the bundle: `"crm": {"connections": […]}` of package.json. What is off is not in the bundle, and
// the manifest does not ask for its permission.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCOPE = 'https://www.googleapis.com/auth/';

/** Modules and permission of each connection; a module is left out when no connection that needs it is on. */
const CONNECTIONS = {
  mail: { modules: ['src/google/mail.ts', 'src/jobs/mail-channel.ts'], scope: 'script.send_mail' },
  telegram: { modules: ['src/google/fetch.ts', 'src/jobs/telegram.ts'], scope: 'script.external_request' },
  chat: { modules: ['src/google/fetch.ts', 'src/jobs/chat.ts'], scope: 'script.external_request' },
};

/** The connections that package.json in `root` names, or those of CRM_CONNECTIONS; throws when one is unknown. */
export function connectionsOf(root, env = process.env) {
  const { crm } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = env.CRM_CONNECTIONS?.split(',').filter((name) => name !== '') ?? crm?.connections ?? [];
  const unknown = names.find((name) => !(name in CONNECTIONS));
  if (unknown)
    throw new Error(`There is no connection “${unknown}”: choose from ${Object.keys(CONNECTIONS).join(', ')}.`);
  return names;
}

/** Webpack's `resolve.alias` that replaces what is off by nothing. */
export function aliasesFor(names, root) {
  const wanted = new Set(names.flatMap((name) => CONNECTIONS[name].modules));
  const all = Object.values(CONNECTIONS).flatMap(({ modules }) => modules);
  return Object.fromEntries(all.filter((module) => !wanted.has(module)).map((module) => [join(root, module), false]));
}

/** The manifest with the permissions that the connections need. */
export function manifestFor(names, manifest) {
  const scopes = new Set([...manifest.oauthScopes, ...names.map((name) => SCOPE + CONNECTIONS[name].scope)]);
  return { ...manifest, oauthScopes: [...scopes] };
}
