// The keywords that Tongban's forms use beyond JSON Schema, for ajv (2020-12), and the folding of documents.
//
//   import Ajv2020 from "ajv/dist/2020.js";
//   import { addVocabulary, fold } from "./vocabulary.js";
//   const ajv = addVocabulary(new Ajv2020({ strict: true, allErrors: true }), { hasCode: (set, level, code) => true });
//   const valid = ajv.compile(schema)(fold(document, schema));

const SPACE = "\\t-\\r\\x1c-\\x20\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const AT_ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");
const IN_IDENTIFIERS = new RegExp(`[${SPACE}\\p{Cf}]`, "gu");
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** An identifier in half width, without spaces, in upper case. */
export function foldIdentifier(text) {
  return text
    .replace(IN_IDENTIFIERS, "")
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** The document as the server checks and stores it. */
export function fold(document, schema, root = schema) {
  const own = schema?.$ref?.startsWith("#") ? resolved(root, schema.$ref) : schema;
  if (typeof document === "string") {
    if (own === undefined) return document;
    if (own["x-fold"] === "identifier") return foldIdentifier(document);
    return document.replaceAll("\r\n", "\n").normalize("NFC").replace(AT_ENDS, "");
  }
  if (Array.isArray(document)) return document.map((item) => fold(item, own?.items, root));
  if (document === null || typeof document !== "object") return document;
  const folded = {};
  for (const [name, value] of Object.entries(document)) {
    const declared = own?.properties?.[name];
    const text = fold(value, declared, root);
    if (declared === undefined || text !== "") folded[name] = text;
  }
  return folded;
}

function resolved(root, reference) {
  return reference
    .slice(1)
    .split("/")
    .slice(1)
    .reduce((node, name) => node?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], root);
}

function weighted(digits, weights, value = (c) => ALPHABET.indexOf(c)) {
  return weights.reduce((sum, weight, i) => sum + weight * value(digits[i]), 0);
}

const OUTER = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const INNER = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function outerIsRight(code) {
  return code[17] === ALPHABET[(31 - (weighted(code, OUTER) % 31)) % 31];
}

function innerIsRight(code) {
  const rest = 11 - (weighted(code.slice(8), INNER, (c) => parseInt(c, 36)) % 11);
  return code[16] === (rest === 10 ? "X" : rest === 11 ? "0" : String(rest));
}

function residentId(id, today = Infinity) {
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].map(Number);
  const birth = new Date(Date.UTC(year, month - 1, day));
  birth.setUTCFullYear(year);
  const exists = birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day;
  return exists && birth.getTime() <= today && "10X98765432"[weighted(id, RESIDENT, Number) % 11] === id[17];
}

function creditCode(code, irregularPrefixes) {
  if (code.length !== 18 || [...code].some((c) => !ALPHABET.includes(c))) return false;
  const outer = outerIsRight(code);
  const inner = innerIsRight(code);
  if (!(outer && inner) && residentId(code)) return false;
  return outer || (inner && irregularPrefixes.some((prefix) => code.startsWith(prefix)));
}

function patentNumber(typed) {
  const shape = /^(?:ZL|CN)?(\d{12}|\d{8})\.?([\dX])$/.exec(typed.replaceAll("。", "."));
  if (shape === null) return false;
  const [, digits, check] = shape;
  const long = digits.length === 12;
  const year = Number(digits.slice(0, long ? 4 : 2));
  const possible = long ? year >= 2003 && year < 2100 : year >= 85 || year <= 3;
  const sum = [...digits].reduce((total, c, i) => total + Number(c) * ((i % 8) + 2), 0) % 11;
  return possible && "12389".includes(digits[long ? 4 : 2]) && check === (sum === 10 ? "X" : String(sum));
}

function gtin(code) {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return false;
  const sum = [...code].reverse().reduce((total, c, i) => total + Number(c) * (i % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
}

const NATIONAL = /^(?:1(?:610\d|740[0-5])\d{6}|1(?:[38]\d|4[57]|[59][0-35-9]|6[25-7]|7[0-35-8])\d{8})$/;

function mainlandMobile(typed) {
  const shape = /^(?:\+86|0086|86(?=1\d{10}$))?(\d+)$/.exec(typed.replaceAll("-", ""));
  return shape !== null && NATIONAL.test(shape[1]);
}

const COUNTRY =
  /^\+(1|7|20|27|3[0-4]|36|39|4[01]|4[3-9]|5[1-8]|6[0-6]|8[1246]|9[0-5]|98|21[12368]|2[2-4]\d|25[0-8]|26\d|29[01789]|35\d|37\d|38[0-35-79]|42[013]|50\d|59\d|67[02-9]|68[0-35-9]|69[0-2]|85[02356]|880|886|96[0-8]|97[0-7]|99[2-68])/;

function phone(number) {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return false;
  return number.startsWith("+86") ? mainlandMobile(number) : COUNTRY.test(number);
}

/** The checks that `x-check` names; each takes a folded text. */
export function checks({ irregularPrefixes = ["91350203M0"] } = {}) {
  return {
    uscc: (code) => creditCode(code, irregularPrefixes),
    "resident-id": (id) => residentId(id, Date.now()),
    "cn-mobile": mainlandMobile,
    e164: phone,
    "patent-number": patentNumber,
    "project-code": (code) =>
      code.length === 18 && code[0] === "X" && [...code].every((c) => ALPHABET.includes(c)) && outerIsRight(code),
    gtin,
    "hk-macao-permit": (number) => /^[HM]\d{8}(\d{2})?$/.test(number),
    "taiwan-permit": (number) => /^\d{8}(\d{2})?$/.test(number),
    "hk-macao-taiwan-residence": (id) => /^8[123]0000/.test(id) && residentId(id, Date.now()),
    "passport-cn": (number) => /^([EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7})$/.test(number),
    "passport-foreign": (number) => /^[A-Z0-9]{5,17}$/.test(number),
    "foreign-permanent-residence": (number) => /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/.test(number),
  };
}

// What says nothing about validity, or what the server alone can check.
const ANNOTATIONS =
  ["x-slot", "x-lines", "x-fold", "x-unit", "x-public", "x-personal", "x-download", "x-source", "x-correctable",
    "x-yearly", "x-title"];

/**
 * Adds the keywords to an ajv of draft 2020-12.
 *
 * @param hasCode (set, level, code) => whether the reference set holds the code; all pass without it
 * @param irregularPrefixes credit code prefixes of known irregular issues, as the server knows them
 */
export function addVocabulary(ajv, { hasCode = () => true, irregularPrefixes } = {}) {
  const named = checks({ irregularPrefixes });
  ajv.addKeyword({
    keyword: "x-check",
    type: "string",
    schemaType: "string",
    validate: (name, text) => named[name](foldIdentifier(text)),
    errors: false,
  });
  ajv.addKeyword({
    keyword: "x-reference",
    type: "string",
    schemaType: "object",
    validate: ({ set, level }, code) => hasCode(set, level ?? null, code),
    errors: false,
  });
  ANNOTATIONS.forEach((keyword) => ajv.addKeyword({ keyword }));
  return ajv;
}

/** The pointers of what ajv found, as the server gives them: of a missing or unknown property its own, each once. */
export function pointers(errors) {
  const found = new Set();
  for (const { keyword, instancePath, params } of meant(errors ?? [])) {
    const named = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
    if (keyword !== "if") found.add(named === undefined ? instancePath : `${instancePath}/${escaped(named)}`);
  }
  return [...found];
}

function escaped(name) {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Of the branches of a choice that all failed, what is wrong with the one that was meant, as the server has it. */
function meant(errors) {
  const choices = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  choices.sort((one, other) => other.schemaPath.length - one.schemaPath.length);
  let kept = errors;
  for (const choice of choices) {
    const branches = new Map();
    for (const error of kept) {
      if (error === choice || !error.schemaPath.startsWith(`${choice.schemaPath}/`)) continue;
      const branch = error.schemaPath.slice(choice.schemaPath.length + 1).split("/")[0];
      branches.set(branch, [...(branches.get(branch) ?? []), error]);
    }
    const ranked = [...branches.values()].sort(
      (one, other) => brokenConstants(one) - brokenConstants(other) || one.length - other.length);
    if (ranked.length === 0) continue;
    const dropped = new Set([choice, ...ranked.slice(1).flat()]);
    kept = kept.filter((error) => !dropped.has(error));
  }
  return kept;
}

function brokenConstants(errors) {
  return errors.filter(({ keyword }) => keyword === "const" || keyword === "enum").length;
}
