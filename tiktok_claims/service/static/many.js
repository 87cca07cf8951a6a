// The table of many videos: a CSV file to the service, its predictions to rows that sort, and back to a file.

import { element, formatted, percent, visuallyHidden } from "./element.js";
import { predict, Problem } from "./service.js";
import { classifyRecord, fieldLabel } from "./single.js";

const drop = document.getElementById("drop");
const input = document.getElementById("file");
const fileError = document.getElementById("many-error");
const rowErrors = document.getElementById("many-row-errors");
const results = document.getElementById("results");
const tbody = document.getElementById("rows");
const headers = [...results.querySelectorAll("[data-sort]")];
const maxBytes = Number(document.body.dataset.maxBytes);
const SHOWN_ERRORS = 20;

let content; // of the file, as read: the file itself may change
let name;
let rows = []; // {keys: what the headers sort by, element}

async function take(file) {
  fileError.textContent = "";
  rowErrors.hidden = results.hidden = true;
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
    throw new Problem(`${file.name} has ${formatted(file.size)} bytes; it may have up to ${formatted(maxBytes)}.`);
  }
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Problem(`${file.name} cannot be read.`);
  }
}

function fail(error) {
  if (!(error instanceof Problem)) throw error;
  fileError.textContent = error.message;
  const { errors } = error;
  const lines = errors.slice(0, SHOWN_ERRORS).map((each) => `Row ${each.index + 1}: ${sentence(each)}`);
  if (errors.length > lines.length) lines.push(`and ${errors.length - lines.length} more`);
  rowErrors.replaceChildren(...lines.map((text) => element("li", "", text)));
  rowErrors.hidden = !lines.length;
}

function sentence({ field, received, problem, allowed }) {
  if (field === "record") return `The row ${problem}.`;
  const plain = allowed.replace("finite number >= 0", "number of 0 or more").replace("null", "empty");
  return `${fieldLabel(field)}: ${received} ${problem}. Allowed: ${plain}.`;
}

function show(predictions) {
  rows = predictions.map((row, index) => ({ keys: sortKeys(row, index), element: tableRow(row, index) }));
  const count = (condition) => predictions.filter(condition).length;
  const counts = [
    [count((row) => row.predicted_status === "claim"), "claim", "claims"],
    [count((row) => row.predicted_status === "opinion"), "opinion", "opinions"],
    [count((row) => row.needs_review), "needs review", "need review"],
    [count((row) => row.errors), "invalid row", "invalid rows"],
  ];
  document.getElementById("summary").replaceChildren(
    ...counts.map(([number, one, more]) =>
      element("span", "", element("strong", "", formatted(number)), ` ${number === 1 ? one : more}`)),
  );
  sort("row", "ascending");
  results.hidden = false;
}

/** The keys that are missing in an invalid row sort last. */
function sortKeys(row, index) {
  const video = row.video_id ?? "";
  return {
    row: index,
    status: row.predicted_status,
    probability: row.claim_probability,
    review: row.errors ? null : row.needs_review ? 0 : 1,
    video: /^\d+$/.test(video) ? Number(video) : video || null,
  };
}

function tableRow(row, index) {
  const { predicted_status: status, errors } = row;
  const number = element("th", "number", String(index + 1));
  number.scope = "row";
  const word = errors ? "Invalid" : status === "claim" ? "Claim" : "Opinion";
  const notes = errors ? errors.map(sentence) : row.warnings;
  return element(
    "tr", errors ? "invalid-row" : "", number,
    element("td", "", element("span", errors ? "invalid" : status, word)),
    element("td", "number", errors ? "–" : percent(row.claim_probability)),
    element("td", "", row.needs_review ? element("span", "needs-review", "Needs review") : "–"),
    element("td", "", row.video_id || "–", ...(errors ? [] : [whyButton(row, index)])),
    element("td", "transcript-cell", row.video_transcription_text ?? ""),
    element("td", "notes", ...notes.map((note) => element("p", "", note))),
  );
}

/** A button that explains a row's prediction in the form above. */
function whyButton(row, index) {
  const button = element("button", "quiet", "Why", visuallyHidden(` row ${index + 1}`));
  button.type = "button";
  button.addEventListener("click", () => classifyRecord(row));
  return button;
}

function sort(by, direction) {
  for (const header of headers) {
    const cell = header.closest("th");
    if (header.dataset.sort === by) cell.setAttribute("aria-sort", direction);
    else cell.removeAttribute("aria-sort");
  }
  const sign = direction === "ascending" ? 1 : -1;
  const order = ({ keys: { [by]: a, row: i } }, { keys: { [by]: b, row: j } }) => {
    if (a == null || b == null) return (a == null) - (b == null) || i - j;
    return (a < b ? -sign : a > b ? sign : 0) || i - j;
  };
  tbody.replaceChildren(...rows.sort(order).map((row) => row.element));
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
  window.addEventListener(type, (event) => event.preventDefault()); // dropped next to it, a file must not replace the page
}
drop.addEventListener("drop", (event) => event.dataTransfer.files.length && take(event.dataTransfer.files[0]));

document.getElementById("download").addEventListener("click", async () => {
  try {
    const text = await predict(content, { type: "text/csv", accept: "text/csv", store: false }); // stored when shown
    save(new Blob(["\ufeff", text], { type: "text/csv" })); // the mark tells spreadsheets that it is UTF-8
  } catch (error) {
    fail(error);
  }
});

function save(blob) {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/\.csv$/i, "")}-predictions.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after this function has ended
}
