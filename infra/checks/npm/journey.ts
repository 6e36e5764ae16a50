// A product goes from a unit's draft to the public search, by a client that is made of the server's OpenAPI document:
//   openapi-typescript "$SERVER/openapi.json" -o target/api.ts
// The passwords are those of the sample sign-ins.
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./target/api.js";

type Tongban = Client<paths>;
type Problem = components["schemas"]["Problem"];

/** A refusal: programs decide by its code, people read its detail. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

/** What was answered, or the refusal as an exception. */
function data<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.error !== undefined) {
    throw new Refused(answer.error);
  }
  return answer.data as T;
}

/** The refusal that was to be expected here. */
function refusal(answer: { error?: Problem }, code: string): Problem {
  if (answer.error?.code !== code) {
    throw new Error(`expected ${code}, got ${answer.error?.code ?? "no refusal"}`);
  }
  return answer.error;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`set ${name}`);
  }
  return value;
}

const server = setting("SERVER");
const anyone: Tongban = createClient<paths>({ baseUrl: server });

async function signIn(realm: string, login: string, password: string): Promise<Tongban> {
  const session = data(await anyone.POST("/api/platform/v1/sessions", { body: { realm, login, password } }));
  return createClient<paths>({ baseUrl: server, headers: { Authorization: `Bearer ${session.accessToken}` } });
}

/** Asks again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await pause(200);
  }
  throw new Error(`never came: ${ask}`);
}

async function finished(client: Tongban, id: string): Promise<void> {
  await until(async () => {
    const job = data(await client.GET("/api/platform/v1/jobs/{id}", { params: { path: { id } } }));
    return job.state === "done" ? job : undefined;
  });
}

// The administrator imports the registry of patents, a unit what the registry holds under its name.
const admin = await signIn("staff", "admin", setting("ADMIN_PASSWORD"));
const registry = await admin.POST("/api/platform/v1/registries/patents/imports", {
  body: await readFile(setting("REGISTRY"), "utf8"),
  bodySerializer: (text: string) => text,
  headers: { "Content-Type": "text/csv" },
});
await finished(admin, data(registry).id);

const unit = await signIn("filing-unit", "unit-a", setting("UNIT_PASSWORD"));
await finished(unit, data(await unit.POST("/api/product-filing/v1/patent-imports")).id);
const patents = data(
  await unit.GET("/api/product-filing/v1/patents", { params: { query: { state: "granted", limit: 100, count: true } } }),
);
const patent = patents.items.find((held) => held.patentNumber === "202121635235.X");
if (patent === undefined || patents.total === 0) {
  throw new Error("the unit has no patent");
}

// A request repeated with its key gets the first answer: there is one draft, not two.
const once = { params: { header: { "Idempotency-Key": crypto.randomUUID() } } };
const draft = data(await unit.POST("/api/product-filing/v1/products", once));
const again = data(await unit.POST("/api/product-filing/v1/products", once));
if (again.id !== draft.id) {
  throw new Error("two drafts for one key");
}
const path = { id: draft.id };

// What is not complete is refused with a pointer to each place.
const incomplete = await unit.POST("/api/product-filing/v1/products/{id}/submit", { params: { path } });
const missing = refusal(incomplete, "filing-not-complete").errors ?? [];
if (!missing.some((error) => error.pointer === "/product/name" && error.code === "required")) {
  throw new Error(`the name is not missed: ${JSON.stringify(missing)}`);
}

async function upload(slot: string, name: string, file: string, type: string): Promise<string> {
  const bytes = await readFile(file);
  const stored = await unit.POST("/api/platform/v1/files", {
    params: { query: { slot, name } },
    body: "", // bytes are no text: the serializer below sends them
    bodySerializer: () => bytes,
    headers: { "Content-Type": type },
  });
  return data(stored).id;
}

const picture = await upload("product-filing/picture", "main.png", setting("PICTURE"), "image/png");
const proof = await upload("product-filing/pdf-20", "proof.pdf", setting("PROOF"), "application/pdf");

// A save names the version that it is made on; on another's changes it is refused.
const product = "/api/product-filing/v1/products/{id}/product";
const read = await unit.GET(product, { params: { path } });
const save = {
  params: { path, header: { "If-Match": read.response.headers.get("ETag") ?? "" } },
  body: {
    ...read.data,
    name: "果园植保无人机",
    model: "TS-1",
    categoryCode: "9802030101",
    industryCode: "37",
    introduction: "按果树冠层变量喷洒。",
    purposes: ["promotion"],
    firstProductionYear: 2023,
    sales: "12.5",
    exports: "0",
    netProfit: "1.5",
    outputValue: "13",
    grossMargin: "38.20",
    contributionIndex: "35.00",
    contributionMethod: "licence-rate",
    mainPicture: picture,
    takesPart: true,
    declarations: ["legal-responsibility", "network-security-law", "all-patents-linked"],
  },
};
data(await unit.PUT(product, save));
refusal(await unit.PUT(product, save), "stale");

data(
  await unit.PUT("/api/product-filing/v1/products/{id}/patents", {
    params: { path, header: { "If-Match": "*" } },
    body: { patents: [{ patentId: patent.id, publicAtFiling: true, role: "core", inDispute: false }] },
  }),
);
data(
  await unit.PUT("/api/product-filing/v1/products/{id}/evidence", {
    params: { path, header: { "If-Match": "*" } },
    body: { economicProof: [proof], regulatedTrade: false, compulsoryCertification: false },
  }),
);
const submitted = data(await unit.POST("/api/product-filing/v1/products/{id}/submit", { params: { path } }));

// A reviewer finds the case, takes it and decides.
const reviewer = await signIn("staff", "reviewer", setting("REVIEWER_PASSWORD"));
const open = data(await reviewer.GET("/api/platform/v1/reviews", { params: { query: { state: "open", limit: 100 } } }));
const found = open.items.find((item) => item.subject === draft.id);
if (found === undefined) {
  throw new Error(`no case of ${submitted.id}`);
}
const review = { path: { id: found.id } };
data(await reviewer.POST("/api/platform/v1/reviews/{id}/claim", { params: review }));
const whole = data(await reviewer.GET("/api/platform/v1/reviews/{id}", { params: review }));
const checklist = (whole.checklist ?? []).map((point) => ({ id: point.id, passed: true }));
data(
  await reviewer.POST("/api/platform/v1/reviews/{id}/decision", {
    params: review,
    body: { decision: "approve", checklist },
  }),
);

// Anyone finds it.
const hit = await until(async () => {
  const hits = data(
    await anyone.GET("/api/platform/v1/public/{collection}", {
      params: { path: { collection: "products" }, query: { q: "植保无人" } },
    }),
  );
  return hits.items.find((item) => item.name === save.body.name);
});
console.log(`${server}/products/${hit.id}`);
