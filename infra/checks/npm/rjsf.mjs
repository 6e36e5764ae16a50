// A portal of react-jsonschema-form, as a test drives it in a browser: shows a form with the vocabulary that the server
// publishes, fills it in by its controls once as "wrong" says and then as "right" says, presses the button each time, and
// leaves in the page what the user came to see. Bundled by the test; "vocabulary" is the served file.
import React from "react";
import { createRoot } from "react-dom/client";
import Ajv2020 from "ajv/dist/2020.js";
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import { addVocabulary, fold } from "vocabulary";

const { schema, ui, wrong, right } = JSON.parse(document.getElementById("input").textContent);

class FormsAjv extends Ajv2020 {
  constructor(options) {
    // RJSF compiles the conditions of a form by themselves too, where they lack the type of the whole.
    super({ ...options, strict: true, strictTypes: false });
    addVocabulary(this);
  }
}

const plain = customizeValidator({ AjvClass: FormsAjv });
// What is checked is what the server would store.
const validator = Object.assign(Object.create(plain), {
  validateFormData: (data, ...rest) => plain.validateFormData(fold(data, schema), ...rest),
});

const told = { console: [] };
for (const level of ["error", "warn"]) {
  console[level] = (...words) => told.console.push(words.map(String).join(" "));
}
let outcome;
let filled = {};

function Portal() {
  return React.createElement(Form, {
    schema,
    uiSchema: ui,
    validator,
    noHtml5Validate: true,
    onChange: ({ formData }) => (filled = formData),
    onSubmit: () => (outcome = { accepted: true, pointers: [] }),
    onError: (errors) => (outcome = { accepted: false, pointers: errors.filter(({ name }) => name !== "if").map(pointer) }),
  });
}

function pointer({ property }) {
  return "/" + property.replace(/^\./, "").replaceAll(".", "/");
}

const turn = () => new Promise((done) => setTimeout(done, 20));

function set(control, value) {
  const prototype = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(prototype, "value").set.call(control, value);
  control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}

/** As a user: types, chooses, ticks. */
async function fill(name, value) {
  const declared = schema.properties[name];
  const values = declared.items?.enum ?? declared.enum ?? (declared.type === "boolean" ? [true, false] : undefined);
  const first = document.getElementById(`root_${name}-0`);
  if (first !== null && values !== undefined) {
    for (const [i, each] of values.entries()) {
      const box = document.getElementById(`root_${name}-${i}`);
      const wanted = Array.isArray(value) ? value.includes(each) : value === each;
      if (box.checked !== wanted && (wanted || box.type === "checkbox")) {
        box.click();
        await turn();
      }
    }
    return;
  }
  const control = document.getElementById(`root_${name}`);
  if (control === null) throw new Error(`no control for ${name}`);
  set(control, control.tagName === "SELECT" ? String(values.indexOf(value)) : String(value));
  await turn();
}

async function submit(values) {
  for (const [name, value] of Object.entries(values)) await fill(name, value);
  outcome = undefined;
  document.querySelector("button[type=submit]").click();
  for (let i = 0; outcome === undefined && i < 100; i++) await turn();
  return { ...outcome, document: filled, shown: document.querySelectorAll(".error-detail li").length };
}

async function main() {
  createRoot(document.getElementById("root")).render(React.createElement(Portal));
  await turn();
  try {
    told.labels = [...document.querySelectorAll("label, legend")].map((label) => label.textContent.replace(/\*$/, ""));
    told.wrong = await submit(wrong);
    told.right = await submit(right);
  } catch (failure) {
    told.failure = String(failure);
  }
  const result = document.createElement("pre");
  result.id = "result";
  // As letters alone, which the printed page has as they are.
  result.textContent = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(told))));
  document.body.append(result);
}

main();
