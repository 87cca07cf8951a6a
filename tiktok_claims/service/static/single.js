// The form for one video: fields to a record, the response to a prediction, errors to their fields.

import { explanation, status } from "./prediction.js";
import { predict, Problem } from "./service.js";

const form = document.getElementById("single");
const formError = document.getElementById("single-error");
const panel = document.getElementById("prediction");
const statusPlace = document.getElementById("prediction-status");
const explanationPlace = document.getElementById("prediction-explanation");
const placeholder = [...explanationPlace.childNodes];
const fields = [...form.querySelectorAll("input, select, textarea")];
const NOTHING = "There is nothing to classify yet: fill in the transcript or another field.";
let requests = 0; // only the response to the last request is shown

/** Return a field's name as people read it. */
export const fieldLabel = (name) => form.querySelector(`label[for="${name}"]`)?.textContent ?? name;

/** Show the prediction for a record, explained, and go there. */
export async function classifyRecord(record) {
  fill(record);
  await classify();
  if (statusPlace.hasChildNodes()) panel.focus();
}

/** Put a record into the form; a missing field is left empty. */
function fill(record) {
  for (const field of fields) field.value = record[field.name] ?? "";
  for (const group of form.querySelectorAll("details")) {
    group.open = fields.some((field) => group.contains(field) && field.value !== "");
  }
}

function filledIn() {
  const filled = fields.filter((field) => field.value.trim() !== "");
  return Object.fromEntries(filled.map((field) => [field.name, value(field)]));
}

/** A text that is not a plain number is sent as it is, and the service says what is wrong with it. */
function value(field) {
  const text = field.value.trim();
  return "number" in field.dataset && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : field.value;
}

async function classify() {
  clearErrors();
  const request = ++requests;
  const record = filledIn();
  panel.setAttribute("aria-busy", "true");
  try {
    if (!Object.keys(record).length) throw new Problem(NOTHING);
    const prediction = await predict(JSON.stringify(record), { explain: true });
    if (request === requests) show(prediction, record);
  } catch (error) {
    if (request === requests) fail(error);
  } finally {
    if (request === requests) panel.removeAttribute("aria-busy");
  }
}

/** Show the prediction, and on a narrow screen scroll to it. */
function show(prediction, record) {
  statusPlace.replaceChildren(...status(prediction));
  explanationPlace.replaceChildren(...explanation(prediction, record, fieldLabel));
  if (panel.getBoundingClientRect().top > window.innerHeight * 0.75) panel.scrollIntoView();
}

function showNothing() {
  statusPlace.replaceChildren();
  explanationPlace.replaceChildren(...placeholder);
}

function fail(error) {
  if (!(error instanceof Problem)) throw error;
  showNothing();
  const others = error.errors.filter((fieldError) => !showAtField(fieldError));
  const sentences = others.map(({ field, problem }) => `${fieldLabel(field)} ${problem}.`);
  const atFields = error.errors.length > others.length;
  formError.textContent = [atFields ? "Some fields need another look." : error.message, ...sentences].join(" ");
  form.querySelector("[aria-invalid]")?.focus();
}

/** Show an error at its field; return whether there is such a field. */
function showAtField({ field: name, received, problem, allowed }) {
  const field = fields.find((known) => known.name === name);
  if (!field) return false;
  field.setAttribute("aria-invalid", "true");
  field.closest("details")?.setAttribute("open", "");
  document.getElementById(`${name}-error`).textContent =
    "number" in field.dataset
      ? `${received} ${problem}. Enter a number of 0 or more, or leave it empty.`
      : `It ${problem}: enter ${allowed.replace("null", "leave it empty")}.`;
  return true;
}

function clearErrors() {
  for (const message of form.querySelectorAll(".error")) message.textContent = "";
  for (const field of fields) field.removeAttribute("aria-invalid");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  classify();
});
form.addEventListener("reset", () => {
  requests++;
  clearErrors();
  panel.removeAttribute("aria-busy");
  showNothing();
});
for (const button of form.querySelectorAll("[data-example]")) {
  button.addEventListener("click", () => {
    fill(JSON.parse(button.dataset.example));
    classify();
  });
}
