// Goes through the pages of the console in a real browser, as an officer would, and tells what axe finds on each.
// Takes URL, LOGIN, PASSWORD, BROWSER, OUT (a folder for pictures) and PATHS (JSON: name → path) from the environment.
import { open } from "./browser.mjs";

const { URL: origin, LOGIN, PASSWORD, BROWSER, OUT, PATHS } = process.env;
const tab = await open({ binary: BROWSER, origin, out: OUT, widths: [1280, 360] });
try {
  const paths = JSON.parse(PATHS);
  await tab.go("/console");
  await tab.look("sign-in");
  const signIn = `(() => {
    document.getElementById("login").value = ${JSON.stringify(LOGIN)};
    document.getElementById("password").value = PASSWORD;
    document.querySelector("main form").submit();
  })()`;
  await tab.after(() => tab.value(signIn.replace("PASSWORD", JSON.stringify("wrong"))));
  await tab.look("sign-in-failed");
  tab.complaints.length = 0; // the browser reports the 401
  await tab.after(() => tab.value(signIn.replace("PASSWORD", JSON.stringify(PASSWORD))));
  for (const [name, path] of Object.entries(paths)) {
    await tab.go(path);
    await tab.look(name);
  }
  await tab.go(Object.values(paths)[0]);
  await tab.press("j");
  const row = await tab.value("document.activeElement.className");
  await tab.press("?");
  const help = await tab.value("document.getElementById('keys').open");
  await tab.press("?");
  await tab.press("/");
  const filter = await tab.value("document.activeElement.id");
  console.log(JSON.stringify({ told: tab.told, keys: { row, help, filter }, complaints: tab.complaints }));
} finally {
  await tab.close();
}
