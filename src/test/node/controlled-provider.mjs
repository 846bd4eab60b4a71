// A real, certified OpenID provider whose accounts, keys and manners the tests change while it runs.
//
//   node controlled-provider.mjs
//
// It reads commands from stdin and answers each on stdout, one JSON object a line:
//
//   {"do":"open","clients":[…],"thin":false,"iss":true}  -> {"issuer":"http://127.0.0.1:…"}; a provider of its own port
//   {"do":"accounts","issuer":…,"accounts":[{sub,login,…}]}  -> {}; whoever else was known is forgotten
//   {"do":"client","issuer":…,"client":{…}}               -> {}; more of what it knows of its client
//   {"do":"rotate","issuer":…}                            -> {}; signs with a new key and publishes no other
//   {"do":"later"}                                        -> {}; its clock, and with it `iat`, goes on by a second
//   {"do":"hits","issuer":…,"path":"/me"}                 -> {"hits":2}; requests of that path so far
//
// "thin" leaves all claims but `sub` to userinfo, as an Okta org server does for large tokens. "iss" false keeps the
// RFC 9207 parameter away. The process ends when its stdin closes, so that it cannot outlive the tests.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';
// Not exported under a shorter name: the library's own store, which here outlives a change of keys.
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

console.info = console.warn = console.error;
const opened = new Map();

// Of two tokens of one second neither is newer, and no test waits for the next.
let ahead = 0;
const now = Date.now;
Date.now = () => now() + ahead;

async function open({ clients, thin, iss }) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const place = { issuer, clients, thin, iss, accounts: [], hits: new Map(), adapter: createMemoryAdapter() };
  place.provider = provider(place);
  opened.set(issuer, place);
  server.on('request', (request, response) => {
    const path = request.url.split('?')[0];
    place.hits.set(path, (place.hits.get(path) ?? 0) + 1);
    answer(place, request, response).catch((failure) => {
      console.error(failure);
      response.writeHead(500).end();
    });
  });
  return { issuer };
}

function provider(place) {
  place.key ??= signingKey();
  // Cookies know no ports, and one browser may visit several of these.
  const name = (use) => `${use}_${new URL(place.issuer).port}`;
  const made = new Provider(place.issuer, {
    adapter: place.adapter,
    clients: place.clients,
    claims: {
      openid: ['sub', 'sid'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    conformIdTokenClaims: place.thin,
    cookies: {
      keys: ['only for tests'],
      names: { interaction: name('interaction'), resume: name('resume'), session: name('session') },
    },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { logoutSource: askBeforeLogout },
    },
    // Back-channel logout goes to a server on loopback, which the library refuses by itself.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
    findAccount: (_, sub) => account(place.accounts.find((one) => one.sub === sub)),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [place.key] },
    loadExistingGrant: grantEverythingAsked,
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  made.on('backchannel.error', (_, failure) => console.error(failure));
  if (!place.iss) made.use(withoutIssuerParameter);
  return made;
}

function account(known) {
  if (!known) return undefined;
  const { login, ...claims } = known;
  return { accountId: known.sub, claims: async () => ({ preferred_username: login, ...claims }) };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() };
}

// Stands for the administrator's consent, which Okta never asks a person for again.
async function grantEverythingAsked(ctx) {
  const { client, session, params } = ctx.oidc;
  const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

// Older providers neither announce nor send `iss` (RFC 9207).
async function withoutIssuerParameter(ctx, next) {
  await next();
  if (ctx.path === '/.well-known/openid-configuration') {
    delete ctx.body.authorization_response_iss_parameter_supported;
  }
  const target = ctx.response.get('Location') ?? '';
  if (target.includes('iss=')) {
    const address = new URL(target);
    address.searchParams.delete('iss');
    ctx.set('Location', address.href);
  }
}

function askBeforeLogout(ctx, form) {
  ctx.body = page('Sign out?', `${form}<button autofocus form="op.logoutForm" name="logout" value="yes">Sign out</button>`);
}

async function answer(place, request, response) {
  if (!request.url.startsWith('/interaction/')) return place.provider.callback()(request, response);
  const { params } = await place.provider.interactionDetails(request, response);
  const login = request.method === 'POST' ? (await form(request)).get('login') : params.login_hint;
  const person = place.accounts.find((one) => one.login === login);
  if (person) return finish(place, request, response, { login: { accountId: person.sub } });
  if (login === 'cancel') return finish(place, request, response, { error: 'access_denied' });
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  return response.end(page('Sign in', '<form method="post"><label>Login <input name="login" autofocus></label><button>Go</button></form>'));
}

function finish(place, request, response, result) {
  return place.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function form(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

function page(title, body) {
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

const commands = {
  open,
  accounts: ({ issuer, accounts }) => { opened.get(issuer).accounts = accounts; },
  client: ({ issuer, client }) => {
    const place = opened.get(issuer);
    Object.assign(place.clients[0], client);
    place.provider = provider(place);
  },
  rotate: ({ issuer }) => { const place = opened.get(issuer); place.key = signingKey(); place.provider = provider(place); },
  later: () => { ahead += 1_000; },
  hits: ({ issuer, path }) => ({ hits: opened.get(issuer).hits.get(path) ?? 0 }),
};

const lines = createInterface({ input: process.stdin });
lines.on('close', () => process.exit(0));
lines.on('line', async (line) => {
  const command = JSON.parse(line);
  console.log(JSON.stringify((await commands[command.do](command)) ?? {}));
});
