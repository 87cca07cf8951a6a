// The form for one video: fields to a record, the answer to the verdict, faults to their fields.

import { predict, Problem } from "./service.js";
import { grounds, word } from "./verdict.js";

const form = document.getElementById("single");
const failure = document.getElementById("single-error");
const panel = document.getElementById("verdict");
const said = document.getElementById("verdict-word");
const shown = document.getElementById("verdict-grounds");
const empty = [...shown.childNodes];
const fields = [...form.querySelectorAll("input, select, textarea")];
export const label = (name) => form.querySelector(`label[for="${name}"]`)?.textContent ?? name;
const NOTHING = "There is nothing to score yet: fill in the transcript or another field.";
let asked = 0; // only the answer to the last question is shown

/** Show the verdict of a record and go there. */
export async function ask(record) {
  fill(record);
  await score();
  if (said.hasChildNodes()) panel.focus();
}

/** Put a record into the form; an unknown field is left empty. */
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

/** What is no plain number goes out as it stands, and the service says what is wrong with it. */
function value(field) {
  const text = field.value.trim();
  return "number" in field.dataset && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : field.value;
}

async function score() {
  clearFaults();
  const number = ++asked;
  const record = filledIn();
  panel.setAttribute("aria-busy", "true");
  try {
    if (!Object.keys(record).length) throw new Problem(NOTHING);
    const prediction = await predict(JSON.stringify(record), { explain: true });
    if (number === asked) show(prediction, record);
  } catch (error) {
    if (number === asked) fail(error);
  } finally {
    if (number === asked) panel.removeAttribute("aria-busy");
  }
}

/** Show the verdict, and on a narrow screen go to it. */
function show(prediction, record) {
  said.replaceChildren(...word(prediction));
  shown.replaceChildren(...grounds(prediction, record, label));
  if (panel.getBoundingClientRect().top > window.innerHeight * 0.75) panel.scrollIntoView();
}

function showNothing() {
  said.replaceChildren();
  shown.replaceChildren(...empty);
}

function fail(error) {
  if (!(error instanceof Problem)) throw error;
  showNothing();
  const unplaced = error.faults.filter((fault) => !place(fault));
  const rest = unplaced.map((fault) => `${label(fault.field)} ${fault.problem}.`);
  const placed = error.faults.length > unplaced.length;
  failure.textContent = [placed ? "Some fields need another look." : error.message, ...rest].join(" ");
  form.querySelector("[aria-invalid]")?.focus();
}

/** Show a fault at its field and say whether there is one. */
function place({ field: name, received, problem, allowed }) {
  const field = fields.find((known) => known.name === name);
  if (!field) return false;
  field.setAttribute("aria-invalid", "true");
  field.closest("details")?.setAttribute("open", "");
  document.getElementById(`${name}-error`).textContent =
    "number" in field.dataset
      ? `${received} ${problem}. Give a number of 0 or more, or leave it empty.`
      : `It ${problem}: give ${allowed.replace("null", "leave it empty")}.`;
  return true;
}

function clearFaults() {
  for (const place of form.querySelectorAll(".error")) place.textContent = "";
  for (const field of fields) field.removeAttribute("aria-invalid");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  score();
});
form.addEventListener("reset", () => {
  asked++;
  clearFaults();
  panel.removeAttribute("aria-busy");
  showNothing();
});
for (const button of form.querySelectorAll("[data-example]")) {
  button.addEventListener("click", () => {
    fill(JSON.parse(button.dataset.example));
    score();
  });
}
