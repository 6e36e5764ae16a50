// Judges deliveries by the library of Standard Webhooks, as a portal does, and prints for each whether it was taken.
// Argument: a file with [{ secret, headers, body }, ...].
import { readFile } from "node:fs/promises";
import { Webhook } from "standardwebhooks";

const deliveries = JSON.parse(await readFile(process.argv[2], "utf8"));
const verdicts = deliveries.map(({ secret, headers, body }) => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
});
console.log(JSON.stringify(verdicts));
