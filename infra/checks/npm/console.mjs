// Goes through the pages of the console in a real browser, as an officer would, and tells what axe finds on each.
// Takes URL, LOGIN, PASSWORD, BROWSER, OUT (a folder for pictures) and PATHS (JSON: name → path) from the environment.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { URL: origin, LOGIN, PASSWORD, BROWSER, OUT, PATHS } = process.env;
const axe = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const widths = [1280, 360];
mkdirSync(OUT, { recursive: true });

const profile = mkdtempSync(join(tmpdir(), "tongban-console-"));
const browser = spawn(BROWSER, [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0",
  "--accept-lang=zh-CN,zh",
  `--user-data-dir=${profile}`, "about:blank",
], { detached: true });

const socket = await new Promise((found, failed) => {
  let said = "";
  browser.stderr.on("data", (text) => {
    said += text;
    const address = /DevTools listening on (ws:\S+)/.exec(said);
    if (address) {
      const opened = new WebSocket(address[1]);
      opened.onopen = () => found(opened);
      opened.onerror = () => failed(new Error("no connection to the browser"));
    }
  });
  browser.on("exit", () => failed(new Error(said)));
});

let last = 0;
let session;
const waiting = new Map();
const listeners = [];
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.id && waiting.has(message.id)) {
    const { done, failed } = waiting.get(message.id);
    waiting.delete(message.id);
    message.error ? failed(new Error(JSON.stringify(message.error))) : done(message.result);
  } else {
    listeners.forEach((listener) => listener(message));
  }
};

const send = (method, params = {}) =>
  new Promise((done, failed) => {
    last += 1;
    waiting.set(last, { done, failed });
    socket.send(JSON.stringify({ id: last, method, params, ...(session ? { sessionId: session } : {}) }));
  });

const event = (method) =>
  new Promise((done) => {
    const listener = (message) => {
      if (message.method === method) {
        listeners.splice(listeners.indexOf(listener), 1);
        done(message.params);
      }
    };
    listeners.push(listener);
  });

async function value(expression) {
  const { result, exceptionDetails } = await send("Runtime.evaluate", {
    expression, awaitPromise: true, returnByValue: true,
  });
  if (exceptionDetails) {
    throw new Error(JSON.stringify(exceptionDetails));
  }
  return result.value;
}

const complaints = [];
listeners.push((message) => {
  if (message.method === "Log.entryAdded" && message.params.entry.level === "error") {
    complaints.push(`${message.params.entry.text} ${message.params.entry.url ?? ""}`);
  }
  if (message.method === "Runtime.exceptionThrown") {
    complaints.push(JSON.stringify(message.params.exceptionDetails));
  }
});

async function after(action) {
  const loaded = event("Page.loadEventFired");
  await action();
  await loaded;
}

const go = (path) => after(() => send("Page.navigate", { url: origin + path }));

async function look(name, told) {
  for (const width of widths) {
    await send("Emulation.setDeviceMetricsOverride", { width, height: 800, deviceScaleFactor: 1, mobile: false });
    await value(axe);
    const found = JSON.parse(await value(
      "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v =>"
      + " v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))"));
    const wide = await value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    const { data } = await send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true });
    writeFileSync(join(OUT, `${name}-${width}.png`), Buffer.from(data, "base64"));
    const headings = await value("[...document.querySelectorAll('main h2')].map(found => found.textContent.trim())");
    const ids = await value(
      "[...document.querySelectorAll('main dd')].map(found => found.textContent.trim())"
      + ".filter(text => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))");
    told.push({ page: name, width, title: await value("document.title"), headings, ids, violations: found, wide });
  }
}

async function press(key) {
  await send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
  await send("Input.dispatchKeyEvent", { type: "keyUp", key });
}

const told = [];
try {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  session = (await send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  for (const domain of ["Page", "Runtime", "Log", "Network"]) {
    await send(`${domain}.enable`);
  }
  const paths = JSON.parse(PATHS);
  await go("/console");
  await look("sign-in", told);
  const signIn = `(() => {
    document.getElementById("login").value = ${JSON.stringify(LOGIN)};
    document.getElementById("password").value = PASSWORD;
    document.querySelector("main form").submit();
  })()`;
  await after(() => value(signIn.replace("PASSWORD", JSON.stringify("wrong"))));
  await look("sign-in-failed", told);
  complaints.length = 0; // the browser reports the 401
  await after(() => value(signIn.replace("PASSWORD", JSON.stringify(PASSWORD))));
  for (const [name, path] of Object.entries(paths)) {
    await go(path);
    await look(name, told);
  }
  await go(Object.values(paths)[0]);
  await press("j");
  const row = await value("document.activeElement.className");
  await press("?");
  const help = await value("document.getElementById('keys').open");
  await press("?");
  await press("/");
  const filter = await value("document.activeElement.id");
  console.log(JSON.stringify({ told, keys: { row, help, filter }, complaints }));
} finally {
  browser.removeAllListeners("exit");
  socket.close();
  const gone = new Promise((done) => browser.once("exit", done));
  // The whole group: a renderer that outlives its browser goes on writing into the profile.
  process.kill(-browser.pid, "SIGKILL");
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
