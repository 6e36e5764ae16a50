// Visits the portal in a real browser, as somebody without an account does. Takes BROWSER, URL, OUT (a folder for
// pictures) and PLAN from the environment: either { paths } to look at (name → path), or a journey from the home page to the
// follow-up of a form { language, scripts, keyboard, product, name, phone, file, unfit }, or letters to be typed into the search
// { language, typed, name }, or { refusals } (name → path, address it is asked for from, words of the page that refuses it).
import { open } from "./browser.mjs";

const { URL: origin, BROWSER, OUT, PLAN } = process.env;
const plan = JSON.parse(PLAN);
const tab = await open({
  binary: BROWSER, origin, out: OUT, widths: plan.widths ?? [1280, 768, 360], thorough: true,
  language: plan.language === "en" ? "en-GB,en" : "zh-CN,zh",
});

async function json(path) {
  return (await fetch(origin + path)).json();
}

/** Uses the page as the plan says: by mouse, or by keyboard alone. */
const hand = plan.keyboard
  ? {
      async press(selector) {
        await tab.tabTo(selector);
        await tab.press("Enter");
      },
      async type(selector, text) {
        await tab.tabTo(selector);
        await tab.send("Input.dispatchKeyEvent", {
          type: "rawKeyDown", key: "a", code: "KeyA", windowsVirtualKeyCode: 65, modifiers: 2, commands: ["selectAll"],
        });
        await tab.insert(text);
      },
      visit: (selector) => tab.tabTo(selector),
      leave: () => tab.press("Tab"),
      async tick(name, value) {
        // Of radio buttons the tabulator reaches one, and the arrows the others.
        const radios = await tab.value(`document.querySelector('[name="${name}"]').type === "radio"`);
        await tab.tabTo(radios ? `[name="${name}"]` : `[name="${name}"][value="${value}"]`);
        await tab.press(" ");
        while (await tab.value("document.activeElement.value") !== value) {
          await tab.press("ArrowDown");
        }
      },
      async choose(selector, file) {
        await tab.tabTo(selector);
        await tab.send("Page.setInterceptFileChooserDialog", { enabled: true });
        const opened = tab.event("Page.fileChooserOpened");
        await tab.press(" ");
        const { backendNodeId } = await opened;
        await tab.send("DOM.setFileInputFiles", { backendNodeId, files: [file] });
      },
    }
  : {
      press: (selector) => tab.click(selector),
      async type(selector, text) {
        await tab.click(selector);
        // What was wrong with the field before may go away, and all below it move, while the mouse is on its way.
        if (!await tab.value(`document.activeElement.matches(${JSON.stringify(selector)})`)) {
          await tab.click(selector);
        }
        await tab.value(`document.activeElement.value = ""`);
        await tab.insert(text);
      },
      visit: (selector) => tab.click(selector),
      leave: () => tab.click("h1"),
      tick: (name, value) => tab.click(`[name="${name}"][value="${value}"]`),
      choose: (selector, file) => tab.choose(selector, [file]),
    };

const field = (name) => `[name="${name}"]:not([type=hidden])`;
const submit = `main form:not([role=search]) .form__actions .button:not(.button--quiet)`;
const looked = (name) => tab.look(`${plan.prefix}-${name}`);

/** The page is painted a little after it is loaded, and what is to have the focus gets it then. */
async function focusedSummary() {
  await tab.until(`document.activeElement.matches(".error-summary")`);
  return true;
}

const seen = {};

async function solved() {
  const id = await tab.value(`document.querySelector("[name=captcha-id]").value`);
  if (plan.keyboard) {
    await tab.tabTo("audio");
    await tab.press(" ");
    await tab.until(`document.querySelector("audio").currentTime > 0`);
    seen.heard = await tab.value(`document.querySelector("audio").duration > 2`);
  }
  const { answer } = await json(`/api/platform/v1/dev/captchas/${id}`);
  await hand.type("#captcha-answer", answer);
}

async function codeSent() {
  const { items } = await json("/api/platform/v1/dev/outbox");
  return items.find((message) => message.to === `+86${plan.phone}` && message.code).code;
}

async function fillIn() {
  await hand.tick("/objectorKind", "person");
  await hand.type(field("/objectorName"), "周明远");
  await hand.type(field("/phone"), plan.phone);
  await hand.type(field("/email"), "zhou@example.org");
  await hand.tick("/grounds", "untrue");
  await hand.type(field("/content"), "太短");
  await hand.tick("/truthDeclared", "true");
}

async function found() {
  await tab.go(plan.language === "en" ? "/?lang=en" : "/");
  await looked("home");
  await hand.type("#q", plan.name);
  await tab.after(() => tab.press("Enter"));
  await looked("search");
  await tab.after(() => hand.press(`.card__name a[href*="${plan.product}"]`));
  await looked("detail");
  seen.sheets = await tab.print(`${plan.prefix}-detail`);
  seen.cookiesBefore = (await tab.cookies()).length;
  await tab.after(() => hand.press(`.detail__forms a[href*="objection"]`));
  await looked("rules");
  await tab.after(() => hand.press(".form__actions .button"));
  await looked("fields");
}

/** What stands beside the fields, by the id of the place. */
async function beside() {
  return JSON.parse(await tab.value(`JSON.stringify(Object.fromEntries(
    [...document.querySelectorAll(".field__error:not([hidden])")]
      .map((place) => [place.id, [...place.children].map((line) => line.textContent)])))`));
}

const phone = () => tab.value(`JSON.stringify(["aria-describedby", "aria-invalid"]
  .map((name) => document.querySelector("#f-phone").getAttribute(name)))`);

/** A field says what is wrong with it when it is left and not before, and what the server says is no other. */
async function toldOnLeaving() {
  if (!plan.scripts) {
    return;
  }
  const path = await tab.value("location.pathname + location.search");
  await hand.type(field("/phone"), "1390");
  seen.early = "f-phone-error" in (await beside());
  // What is told moves what stands below: nothing there is pressed before.
  const shown = (name) => tab.until(`!document.querySelector("#f-${name}-error").hidden`);
  await hand.type(field("/email"), "a");
  await shown("phone");
  await hand.tick("/grounds", "untrue");
  await shown("email");
  for (const ground of ["inaccurate", "unlawful", "other"]) {
    await hand.tick("/grounds", ground);
  }
  await hand.type(field("/content"), "太短");
  await hand.visit(field("/objectorName"));
  await hand.leave();
  const ids = ["phone", "email", "grounds", "content", "objectorName"].map((name) => `#f-${name}-error`);
  await tab.until(`document.querySelectorAll("${ids.map((id) => `${id}:not([hidden])`).join()}").length === ${ids.length}`);
  seen.wrong = await phone();
  await looked("fields-told");
  await hand.type(field("/phone"), plan.phone);
  await tab.until(`document.querySelector("#f-phone-error").hidden`);
  seen.right = await phone();
  await hand.type(field("/phone"), "1390");
  await hand.leave();
  await tab.until(`!document.querySelector("#f-phone-error").hidden`);
  seen.told = await beside();
  await tab.after(() => hand.press(submit));
  const served = await beside();
  seen.served = Object.fromEntries(Object.keys(seen.told).map((id) => [id, served[id]]));
  await tab.go(path);
}

async function filledIn() {
  await tab.after(() => hand.press(submit));
  seen.summaryFocused = await focusedSummary();
  await looked("fields-empty");
  await hand.press(`.error-summary a[href="#f-objectorName"]`);
  seen.linkFocuses = await tab.value("document.activeElement.id");
  await tab.value("document.activeElement.blur()");
  await fillIn();
  await tab.after(() => hand.press(submit));
  await looked("fields-wrong");
  seen.kept = await tab.value(`JSON.stringify([...document.querySelectorAll("main form .input, main form :checked")]
    .filter(control => control.value && !control.matches("option")).map(control => control.value))`);
  await hand.type(field("/content"), "该产品所列专利并未用于产品，产品的驱动方式明显不同，请予核实。");
  await tab.after(() => hand.press(submit));
  await looked("captcha");
}

async function proven() {
  await hand.type("#captcha-answer", "000");
  await tab.after(() => hand.press(submit));
  seen.captchaFocused = await focusedSummary();
  await looked("captcha-wrong");
  const first = await tab.value(`document.querySelector("[name=captcha-id]").value`);
  await tab.after(() => hand.press(`[name=go][value=captcha]`));
  seen.refreshed = await tab.value(`document.querySelector("[name=captcha-id]").value`) !== first;
  await solved();
  await tab.after(() => hand.press(submit));
  await looked("code");
  await hand.type("#code", "1");
  await tab.after(() => hand.press(submit));
  await looked("code-wrong");
  await hand.type("#code", await codeSent());
  await tab.after(() => hand.press(submit));
  await looked("files");
}

async function uploaded(file, wanted) {
  const upload = async () => {
    await hand.choose("[type=file]", file);
    if (plan.scripts) {
      await tab.until(wanted);
    } else {
      await tab.after(() => hand.press(".files__send .button"));
    }
  };
  await upload();
}

async function attached() {
  await uploaded(plan.unfit, `document.querySelector(".error-summary") !== null`);
  seen.uploadRefusedFocused = await focusedSummary();
  await looked("files-wrong");
  await tab.send("Network.clearBrowserCookies");
  await uploaded(plan.file, `document.querySelector('.error-summary a[href="#form"]') !== null`);
  seen.endedFocused = await focusedSummary();
  await looked("files-ended");
  if (plan.scripts) {
    await tab.value(`globalThis.tongbanProgress = [];
      new MutationObserver(() => document.querySelectorAll("progress").forEach(bar => tongbanProgress.push(bar.value)))
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });`);
    await tab.send("Network.emulateNetworkConditions", {
      offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000,
    });
  }
  await uploaded(plan.file, `document.querySelectorAll(".files li").length === 1`);
  if (plan.scripts) {
    seen.progress = JSON.parse(await tab.value("JSON.stringify(tongbanProgress)"));
    await tab.send("Network.emulateNetworkConditions", {
      offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1,
    });
  }
  await looked("files-one");
  await uploaded(plan.file, `document.querySelectorAll(".files li").length === 2`);
  await tab.after(() => hand.press(".files li:first-child button"));
  seen.files = await tab.value(`document.querySelectorAll(".files li").length`);
  await tab.after(() => hand.press(submit));
  await looked("check");
}

/** What the button of the receipt has the browser save. */
async function downloaded() {
  await tab.send("Page.setDownloadBehavior", { behavior: "deny" });
  const begun = tab.event("Page.downloadWillBegin");
  await hand.press(".document-ask .button");
  return (await begun).suggestedFilename;
}

async function handedIn() {
  await tab.after(() => hand.press(submit));
  await looked("receipt");
  const facts = JSON.parse(await tab.value(
    `JSON.stringify([...document.querySelectorAll(".confirmation__facts strong")].map(fact => fact.textContent))`));
  [seen.receipt] = facts;
  seen.document = await downloaded();
  seen.cookies = (await tab.cookies()).map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }));
  await tab.after(() => hand.press(`.form__actions .button[href*="follow"]`));
  await looked("follow");
  await hand.type("#code", "2222-2222-2222-2222");
  await tab.after(() => hand.press(submit));
  seen.followFocused = await focusedSummary();
  await looked("follow-wrong");
  await hand.type("#code", facts[1]);
  await tab.after(() => hand.press(submit));
  await looked("follow-found");
  seen.documentAgain = await downloaded();
  seen.followed = await tab.text();
}

/** Asks for a page from an address until it is refused, looks at what it shows then, and goes to the way out of it by keyboard. */
async function refused(name, path, address, words) {
  await tab.send("Network.setCacheDisabled", { cacheDisabled: true });
  await tab.send("Network.setExtraHTTPHeaders", { headers: { "X-Forwarded-For": address } });
  let asked = 0;
  do {
    await tab.go(path);
    asked += 1;
  } while (asked < 40 && !(await tab.text()).includes(words));
  if (!(await tab.text()).includes(words)) {
    throw new Error(`${path} is not refused: ${await tab.text()}`);
  }
  await tab.look(name);
  await tab.tabTo("main .form__actions .button");
  seen[name] = await tab.value("document.activeElement.href");
}

/** Chooses a suggestion with the keyboard alone, on the home page and again on that of the results. */
async function suggested() {
  await tab.go(plan.language === "en" ? "/?lang=en" : "/");
  for (const page of ["home", "results"]) {
    await tab.tabTo("#q");
    await tab.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown", key: "a", code: "KeyA", windowsVirtualKeyCode: 65, modifiers: 2, commands: ["selectAll"],
    });
    for (const letter of plan.typed) {
      await tab.press(letter);
    }
    await tab.until(`document.querySelector("#q").getAttribute("aria-expanded") === "true"`);
    seen[`announced-${page}`] = await tab.value(`document.querySelector("#q ~ [role=status]").textContent`);
    await tab.press("ArrowDown");
    seen[`active-${page}`] = await tab.value(
      `document.getElementById(document.querySelector("#q").getAttribute("aria-activedescendant")).textContent`);
    await looked(`suggestions-${page}`);
    await tab.after(() => tab.press("Enter"));
    seen[`asked-${page}`] = await tab.value(`new URLSearchParams(location.search).get("q")`);
    seen[`hits-${page}`] = await tab.value(`document.querySelectorAll(".card").length`);
  }
  await looked("search-hits");
}

try {
  if (plan.typed) {
    await suggested();
  } else if (plan.refusals) {
    for (const [name, { path, address, words }] of Object.entries(plan.refusals)) {
      await refused(name, path, address, words);
    }
  } else if (plan.paths) {
    for (const [name, path] of Object.entries(plan.paths)) {
      await tab.go(path);
      await tab.look(name);
      if (plan.print?.includes(name)) {
        seen[`sheets-${name}`] = await tab.print(name);
      }
    }
  } else {
    await tab.scripts(plan.scripts);
    for (const part of [found, toldOnLeaving, filledIn, proven, attached, handedIn]) {
      await part();
    }
  }
  const { told, complaints, foreign, shifts } = tab;
  console.log(JSON.stringify({ told, complaints, foreign, shifts, seen }));
} finally {
  await tab.close();
}
