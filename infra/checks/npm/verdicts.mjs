// Judges documents by ajv in strict mode with the vocabulary that the server publishes, and prints the pointers of what is
// wrong with each. Arguments: the vocabulary, and a file with { forms: { <id>: <schema> }, cases: [...] }.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const [vocabulary, input] = process.argv.slice(2);
const { addVocabulary, fold, pointers } = await import(pathToFileURL(vocabulary));
const { forms, cases } = JSON.parse(await readFile(input, "utf8"));

// The existence of a code is the server's to say: a portal asks it, as this does with what the server said.
let unknown = new Set();
const hasCode = (set, level, code) => !unknown.has(code);
const compiled = Object.fromEntries(
  Object.entries(forms).map(([id, schema]) => {
    const ajv = addVocabulary(new Ajv2020({ strict: true, allErrors: true, addUsedSchema: false }), { hasCode });
    return [id, ajv.compile(schema)];
  }),
);

const verdicts = cases.map(({ form, document, unknownCodes }) => {
  unknown = new Set(unknownCodes);
  const validate = compiled[form];
  validate(fold(document, forms[form]));
  return pointers(validate.errors).sort();
});
console.log(JSON.stringify(verdicts));
