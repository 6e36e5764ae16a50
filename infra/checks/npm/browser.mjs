// A real browser over its own protocol, with no library between: what an officer or a visitor does, and what is to be
// seen of every page. It talks to nobody but the server under test.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 30_000;
const axe = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const measures = readFileSync(new URL("./measures.js", import.meta.url), "utf8");

/** Opens a browser for one reader; `close` ends it. */
export async function open({ binary, origin, out, widths, language = "zh-CN,zh", thorough = false }) {
  mkdirSync(out, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "tongban-browser-"));
  const browser = spawn(binary, [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--mute-audio", "--remote-debugging-port=0", `--accept-lang=${language}`,
    `--user-data-dir=${profile}`, "about:blank",
  ], { detached: true });
  const tab = new Tab(await connected(browser), { origin, out, widths, thorough });
  tab.end = async () => {
    browser.removeAllListeners("exit");
    tab.socket.close();
    const gone = new Promise((done) => browser.once("exit", done));
    // The whole group: a renderer that outlives its browser goes on writing into the profile.
    process.kill(-browser.pid, "SIGKILL");
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  await tab.begin();
  return tab;
}

function connected(browser) {
  return new Promise((found, failed) => {
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
}

const KEYS = {
  Tab: { code: "Tab", windowsVirtualKeyCode: 9 },
  Enter: { code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  " ": { code: "Space", windowsVirtualKeyCode: 32, text: " " },
  ArrowDown: { code: "ArrowDown", windowsVirtualKeyCode: 40 },
  Home: { code: "Home", windowsVirtualKeyCode: 36 },
};

class Tab {
  #last = 0;
  #session;
  #waiting = new Map();
  #listeners = [];
  #scripted = true;
  #widths;
  #thorough;

  /** What the browser complained about: errors of scripts, of the policy, of what could not be loaded. */
  complaints = [];
  /** The addresses it asked of others than the server. */
  foreign = [];
  /** The layout shift of every page that was loaded with scripts on. */
  shifts = [];
  /** What was seen of every page that was looked at. */
  told = [];

  constructor(socket, { origin, out, widths, thorough }) {
    this.socket = socket;
    this.origin = origin;
    this.out = out;
    this.#widths = widths;
    this.#thorough = thorough;
    socket.onmessage = ({ data }) => this.#heard(JSON.parse(data));
  }

  async begin() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    this.#session = (await this.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
    for (const domain of ["Page", "Runtime", "Log", "Network", "DOM", "Audits"]) {
      await this.send(`${domain}.enable`);
    }
    // As if the window stood before the others.
    await this.send("Emulation.setFocusEmulationEnabled", { enabled: true });
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: measures });
    await this.wide(this.#widths[0]);
  }

  close() {
    return this.end();
  }

  #heard(message) {
    if (message.id && this.#waiting.has(message.id)) {
      const { done, failed } = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      message.error ? failed(new Error(JSON.stringify(message.error))) : done(message.result);
      return;
    }
    this.#notice(message);
    [...this.#listeners].forEach((listener) => listener(message));
  }

  #notice({ method, params }) {
    if (method === "Log.entryAdded" && params.entry.level === "error") {
      this.complaints.push(`${params.entry.text} ${params.entry.url ?? ""}`);
    } else if (method === "Runtime.exceptionThrown") {
      this.complaints.push(JSON.stringify(params.exceptionDetails));
    } else if (method === "Runtime.consoleAPICalled" && params.type === "error") {
      this.complaints.push(params.args.map((said) => said.value).join(" "));
    } else if (method === "Audits.issueAdded" && params.issue.code === "ContentSecurityPolicyIssue") {
      this.complaints.push(JSON.stringify(params.issue.details.contentSecurityPolicyIssueDetails));
    } else if (method === "Network.requestWillBeSent") {
      const { url } = params.request;
      if (!url.startsWith(`${this.origin}/`) && !/^(data|blob|about):/.test(url)) {
        this.foreign.push(url);
      }
    }
  }

  send(method, params = {}) {
    return new Promise((done, failed) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { done, failed });
      const session = this.#session ? { sessionId: this.#session } : {};
      this.socket.send(JSON.stringify({ id: this.#last, method, params, ...session }));
    });
  }

  event(method) {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no ${method}`)), PATIENCE);
      const listener = (message) => {
        if (message.method === method) {
          clearTimeout(late);
          this.#listeners.splice(this.#listeners.indexOf(listener), 1);
          done(message.params);
        }
      };
      this.#listeners.push(listener);
    });
  }

  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true, userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(`${expression.slice(0, 300)}: ${exceptionDetails.exception?.description}`);
    }
    return result.value;
  }

  /** Waits until something is so. */
  async until(expression) {
    const end = Date.now() + PATIENCE;
    while (!(await this.value(expression))) {
      if (Date.now() > end) {
        await this.#picture("failed");
        throw new Error(`never ${expression}; on the page: ${await this.text()}`);
      }
    }
  }

  text() {
    return this.value("document.body.innerText");
  }

  /** Whether the scripts of pages run from the next page on. */
  async scripts(on) {
    this.#scripted = on;
    await this.send("Emulation.setScriptExecutionDisabled", { value: !on });
  }

  async wide(width, scale = 1) {
    await this.send("Emulation.setDeviceMetricsOverride", {
      width, height: 800, deviceScaleFactor: scale, mobile: false,
    });
  }

  /** Does what leads to another page, and waits for it. */
  async after(action) {
    const loaded = this.event("Page.loadEventFired");
    await action();
    try {
      await loaded;
    } catch (late) {
      await this.#picture("failed");
      throw new Error(`${late.message}; on the page: ${await this.text()}`);
    }
    if (this.#scripted) {
      this.shifts.push({ page: await this.value("location.pathname"), shift: await this.value("tongbanShift()") });
    }
  }

  go(path) {
    return this.after(() => this.send("Page.navigate", { url: this.origin + path }));
  }

  async #picture(name) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true });
    writeFileSync(join(this.out, `${name}.png`), Buffer.from(data, "base64"));
  }

  /** Looks at the page in every width, and keeps what is wrong with it and a picture. */
  async look(name) {
    if (!this.#scripted) {
      await this.send("Emulation.setScriptExecutionDisabled", { value: false });
      await this.value(measures);
    }
    await this.value(axe);
    // Two screens that nobody designs for: 1280 at 200 %, and at 400 %.
    let zoomed = 0;
    for (const [width, scale] of [[640, 2], [320, 1]]) {
      await this.wide(width, scale);
      zoomed = Math.max(zoomed, await this.#overflow());
    }
    for (const width of this.#widths) {
      await this.wide(width);
      const violations = JSON.parse(await this.value(
        `axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: ${this.#thorough}}}})`
        + ".then(r => JSON.stringify(r.violations.map(v =>"
        + " v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))"));
      this.told.push({
        page: name,
        width,
        title: await this.value("document.title"),
        violations,
        wide: await this.#overflow(),
        zoomed,
        ...JSON.parse(await this.value("JSON.stringify(tongbanLook())")),
      });
      await this.#picture(`${name}-${width}`);
    }
    await this.wide(this.#widths[0]);
    if (!this.#scripted) {
      await this.scripts(false);
    }
  }

  #overflow() {
    return this.value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** The page as it is printed; how many sheets it takes. */
  async print(name) {
    const { data } = await this.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: false });
    const pdf = Buffer.from(data, "base64");
    writeFileSync(join(this.out, `${name}.pdf`), pdf);
    return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  }

  async #place(selector) {
    const found = await this.value(`(() => {
      const found = document.querySelector(${JSON.stringify(selector)});
      if (!found) { return null; }
      found.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = found.getBoundingClientRect();
      return JSON.stringify({ x: x + Math.min(width / 2, 40), y: y + height / 2 });
    })()`);
    if (!found) {
      await this.#picture("failed");
      throw new Error(`no ${selector} on the page: ${await this.text()}`);
    }
    return JSON.parse(found);
  }

  /** Clicks with the mouse. */
  async click(selector) {
    const at = { ...(await this.#place(selector)), button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
  }

  async press(key) {
    const known = { key, ...(KEYS[key] ?? { text: key }) };
    await this.send("Input.dispatchKeyEvent", { type: known.text ? "keyDown" : "rawKeyDown", ...known });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...known, text: undefined });
  }

  /** Goes to a control with the tabulator alone, and sees to it that every stop on the way shows that it has the focus. */
  async tabTo(selector) {
    for (let tabs = 0; tabs < 150; tabs += 1) {
      await this.press("Tab");
      const unseen = await this.value("tongbanFocusUnseen()");
      if (unseen) {
        throw new Error(`the focus is not to be seen on ${unseen}`);
      }
      if (await this.value(`document.activeElement.matches(${JSON.stringify(selector)})`)) {
        return;
      }
    }
    await this.#picture("failed");
    throw new Error(`the tabulator does not lead to ${selector}`);
  }

  insert(text) {
    return this.send("Input.insertText", { text });
  }

  /** Hands files to a control. */
  async choose(selector, files) {
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.send("DOM.setFileInputFiles", { nodeId, files });
  }

  async cookies() {
    return (await this.send("Network.getCookies")).cookies;
  }
}
