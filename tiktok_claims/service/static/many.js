// The table of many videos: a CSV file to the service, its answers to rows that sort, and back to a file.

import { element, percent, shown, spoken } from "./element.js";
import { predict, Problem } from "./service.js";
import { ask, label } from "./single.js";

const drop = document.getElementById("drop");
const input = document.getElementById("file");
const failure = document.getElementById("many-error");
const faults = document.getElementById("many-faults");
const results = document.getElementById("results");
const tbody = document.getElementById("rows");
const headers = [...results.querySelectorAll("[data-sort]")];
const maxBytes = Number(document.body.dataset.maxBytes);
const SHOWN_FAULTS = 20;

let content; // of the file, as read: the file itself may change
let name;
let rows = []; // {key: what a header sorts by, shown: the element}

async function take(file) {
  failure.textContent = "";
  faults.hidden = results.hidden = true;
  drop.setAttribute("aria-busy", "true");
  try {
    content = await read(file);
    name = file.name;
    show(await predict(content, { type: "text/csv" }));
  } catch (error) {
    fail(error);
  } finally {
    drop.removeAttribute("aria-busy");
    input.value = ""; // so that the same file can be chosen again
  }
}

async function read(file) {
  if (file.size > maxBytes) {
    throw new Problem(`${file.name} has ${shown(file.size)} bytes; up to ${shown(maxBytes)} are taken.`);
  }
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Problem(`${file.name} cannot be read.`);
  }
}

function fail(error) {
  if (!(error instanceof Problem)) throw error;
  failure.textContent = error.message;
  const told = error.faults.slice(0, SHOWN_FAULTS).map((fault) => `Row ${fault.index + 1}: ${sentence(fault)}`);
  if (error.faults.length > told.length) told.push(`and ${error.faults.length - told.length} more`);
  faults.replaceChildren(...told.map((text) => element("li", "", text)));
  faults.hidden = !told.length;
}

function sentence({ field, received, problem, allowed }) {
  if (field === "record") return `The row ${problem}.`;
  const plain = allowed.replace("finite number >= 0", "number of 0 or more").replace("null", "empty");
  return `${label(field)}: ${received} ${problem}. Allowed: ${plain}.`;
}

function show(answers) {
  rows = answers.map((answer, index) => ({ key: sortKeys(answer, index), shown: tableRow(answer, index) }));
  const count = (wanted) => answers.filter(wanted).length;
  const counted = [
    [count((answer) => answer.predicted_status === "claim"), "claim", "claims"],
    [count((answer) => answer.predicted_status === "opinion"), "opinion", "opinions"],
    [count((answer) => answer.needs_review), "to review", "to review"],
    [count((answer) => answer.errors), "faulty row", "faulty rows"],
  ];
  document.getElementById("summary").replaceChildren(
    ...counted.map(([number, one, more]) =>
      element("span", "", element("strong", "", shown(number)), ` ${number === 1 ? one : more}`)),
  );
  sort("row", "ascending");
  results.hidden = false;
}

/** What is missing in a faulty row sorts last. */
function sortKeys(answer, index) {
  const video = answer.video_id ?? "";
  return {
    row: index,
    verdict: answer.predicted_status,
    probability: answer.claim_probability,
    review: answer.errors ? null : answer.needs_review ? 0 : 1,
    video: /^\d+$/.test(video) ? Number(video) : video || null,
  };
}

function tableRow(answer, index) {
  const { predicted_status: status, errors } = answer;
  const row = element("th", "number", String(index + 1));
  row.scope = "row";
  const word = errors ? "Faulty" : status === "claim" ? "Claim" : "Opinion";
  const notes = errors ? errors.map(sentence) : answer.warnings;
  return element(
    "tr", errors ? "has-faults" : "", row,
    element("td", "", element("span", errors ? "faulty" : status, word)),
    element("td", "number", errors ? "–" : percent(answer.claim_probability)),
    element("td", "", answer.needs_review ? element("span", "review", "Needs review") : "–"),
    element("td", "", answer.video_id || "–", ...(errors ? [] : [opener(answer, index)])),
    element("td", "said", answer.video_transcription_text ?? ""),
    element("td", "notes", ...notes.map((note) => element("p", "", note))),
  );
}

/** A button that shows the reasons of a row's verdict in the form above. */
function opener(answer, index) {
  const button = element("button", "quiet", "Why?", spoken(` Row ${index + 1}`));
  button.type = "button";
  button.addEventListener("click", () => ask(answer));
  return button;
}

function sort(by, direction) {
  for (const header of headers) {
    const cell = header.closest("th");
    if (header.dataset.sort === by) cell.setAttribute("aria-sort", direction);
    else cell.removeAttribute("aria-sort");
  }
  const sign = direction === "ascending" ? 1 : -1;
  const order = ({ key: { [by]: a, row: i } }, { key: { [by]: b, row: j } }) => {
    if (a == null || b == null) return (a == null) - (b == null) || i - j;
    return (a < b ? -sign : a > b ? sign : 0) || i - j;
  };
  tbody.replaceChildren(...rows.sort(order).map((row) => row.shown));
}

for (const header of headers) {
  header.addEventListener("click", () => {
    const ascending = header.closest("th").getAttribute("aria-sort") === "ascending";
    sort(header.dataset.sort, ascending ? "descending" : "ascending");
  });
}

input.addEventListener("change", () => input.files.length && take(input.files[0]));
for (const type of ["dragenter", "dragover"]) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("over"));
for (const type of ["dragover", "drop"]) {
  window.addEventListener(type, (event) => event.preventDefault()); // dropped beside it, a file must not replace the page
}
drop.addEventListener("drop", (event) => event.dataTransfer.files.length && take(event.dataTransfer.files[0]));

document.getElementById("download").addEventListener("click", async () => {
  try {
    const text = await predict(content, { type: "text/csv", accept: "text/csv" });
    save(new Blob(["\ufeff", text], { type: "text/csv" })); // the mark tells spreadsheets that it is UTF-8
  } catch (error) {
    fail(error);
  }
});

function save(blob) {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/\.csv$/i, "")}-answers.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after this function has ended
}
