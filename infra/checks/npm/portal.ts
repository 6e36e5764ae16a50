// From nothing to a call on behalf of a user: docs/portal-integration.md with a key pair instead of a secret.
// The passwords are those of the sample sign-ins.
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./target/api.js";

type Tongban = Client<paths>;
type Problem = components["schemas"]["Problem"];

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`set ${name}`);
  }
  return value;
}

/** What was answered, or the refusal as an exception. */
function data<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.error !== undefined) {
    throw new Error(JSON.stringify(answer.error));
  }
  return answer.data as T;
}

const server = setting("SERVER");
const anyone: Tongban = createClient<paths>({ baseUrl: server });

function withToken(token: string): Tongban {
  return createClient<paths>({ baseUrl: server, headers: { Authorization: `Bearer ${token}` } });
}

async function signIn(by: Tongban, realm: string, login: string, password: string): Promise<Tongban> {
  return withToken(data(await by.POST("/api/platform/v1/sessions", { body: { realm, login, password } })).accessToken);
}

// The issuer says where its endpoints are.
interface Metadata {
  readonly issuer: string;
  readonly token_endpoint: string;
}
const metadata = (await (await fetch(`${server}/.well-known/oauth-authorization-server`)).json()) as Metadata;
const tokenEndpoint = server + new URL(metadata.token_endpoint).pathname;

// The portal keeps the private key; the administrator gets the public one.
const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
const { x, y } = keys.publicKey.export({ format: "jwk" });
if (x === undefined || y === undefined) {
  throw new Error("not a key on a curve");
}
const admin = await signIn(anyone, "staff", "admin", setting("ADMIN_PASSWORD"));
const client = data(
  await admin.POST("/api/platform/v1/clients", {
    body: {
      name: "示例门户",
      authentication: "private_key_jwt",
      scopes: ["platform:operate"],
      networks: [],
      jwks: { keys: [{ kty: "EC", crv: "P-256", kid: "portal-1", x, y }] },
    },
  }),
);

/** A JWT that says who the client is, for one request. */
function assertion(id: string, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "ES256", kid: "portal-1", typ: "JWT" })}.${part({
    iss: id,
    sub: id,
    aud: metadata.issuer,
    iat: now,
    exp: now + 60,
    jti: randomUUID(),
  })}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

async function askForToken(proof: string): Promise<Response> {
  return fetch(tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: proof,
    }),
  });
}

const proof = assertion(client.id, keys.privateKey);
const answer = await askForToken(proof);
if (answer.status !== 200) {
  throw new Error(await answer.text());
}
const token = (await answer.json()) as { access_token: string };

// An assertion is taken once.
const replayed = await askForToken(proof);
if (replayed.status !== 401 || ((await replayed.json()) as { error: string }).error !== "invalid_client") {
  throw new Error("the assertion was taken twice");
}

// The portal itself, by its scopes; an account it has not.
const portal = withToken(token.access_token);
const modules = data(await portal.GET("/api/platform/v1/modules")).items;
const mine = await portal.GET("/api/platform/v1/me");
const refusal: Problem | undefined = mine.error;
if (refusal?.code !== "forbidden") {
  throw new Error("a client has no account");
}

// A user who signs in on the portal's page; the session is the portal's.
const user = await signIn(portal, "filing-unit", "unit-a", setting("UNIT_PASSWORD"));
const me = data(await user.GET("/api/platform/v1/me"));
const products = data(await user.GET("/api/product-filing/v1/products", { params: { query: { limit: 20 } } }));
console.log(`${me.organisation?.name}: ${products.items.length} products, ${modules.length} modules`);
