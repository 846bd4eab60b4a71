// A real, certified OpenID provider on loopback, standing in for Okta in the demo.
//
//   node provider.mjs PEOPLE.json CLIENT_ID REDIRECT_URI
//
// PEOPLE.json is an array of { sub, login, email, name, groups? }. A person without `groups` brings no claim at
// all, as with Okta when no group passes the claim's filter. The first line on stdout is {"issuer": "..."}.
// The process ends when its stdin closes, so that it cannot outlive the demo.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [peopleFile, clientId, redirectUri] = process.argv.slice(2);
const people = JSON.parse(readFileSync(peopleFile, 'utf8'));
const bySub = new Map(people.map((person) => [person.sub, person]));
const byLogin = new Map(people.map((person) => [person.login, person]));

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      // A single-page app, as Port asks Okta administrators to make: no secret, PKCE guards the code.
      token_endpoint_auth_method: 'none',
    },
  ],
  claims: {
    openid: ['sub'],
    profile: ['name', 'preferred_username'],
    email: ['email', 'email_verified'],
    groups: ['groups'],
  },
  // Okta puts the claims of the granted scopes into the ID token; strict conformance would leave them to userinfo.
  conformIdTokenClaims: false,
  cookies: { keys: [crypto.randomUUID()] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, sub) => account(bySub.get(sub)),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  jwks: { keys: [signingKey()] },
  loadExistingGrant: grantEverythingAsked,
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
});

function account(person) {
  if (!person) return undefined;
  const { sub, login, email, name, groups } = person;
  const claims = { sub, name, preferred_username: login, email, email_verified: true };
  return { accountId: sub, claims: async () => (groups ? { ...claims, groups } : claims) };
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

// The login page that asks nothing: the person is the one whom `login_hint` names.
async function signInAtOnce(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const person = byLogin.get(params.login_hint);
  const result = person
    ? { login: { accountId: person.sub } }
    : { error: 'access_denied', error_description: 'nobody of this name' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const standard = provider.callback();
server.on('request', (request, response) => {
  if (!request.url.startsWith('/interaction/')) return standard(request, response);
  return signInAtOnce(request, response).catch((failure) => {
    console.error(failure);
    response.writeHead(500).end();
  });
});

process.stdin.resume().on('end', () => process.exit(0));
console.log(JSON.stringify({ issuer }));
