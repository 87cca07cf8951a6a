// The decision buttons of the dashboard: what a moderator says of a prediction goes to /feedback and shows beside it.

const section = document.querySelector("[data-feedback]");
const CANNOT = "Not taken: the service does not answer.";

async function decide(cell, verdict) {
  const said = cell.querySelector("[role=status]");
  const body = JSON.stringify({ prediction_id: cell.dataset.prediction, claim_status: verdict });
  said.textContent = "Sending …";
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(section.dataset.feedback, { method: "POST", headers, body });
    const answer = await response.json();
    if (!response.ok) said.textContent = `Not taken: ${answer.detail}`;
    else if (answer.unknown.length) said.textContent = "Not taken: it is no longer kept.";
    else show(cell, said, verdict);
  } catch {
    said.textContent = CANNOT;
  }
}

function show(cell, said, verdict) {
  said.textContent = `Decided: ${verdict}`;
  for (const button of cell.querySelectorAll("button")) button.setAttribute("aria-pressed", button.value === verdict);
}

for (const group of section.querySelectorAll("[role=group]")) {
  group.hidden = false; // without this script they would do nothing
  group.addEventListener("click", ({ target }) => target.value && decide(group.parentElement, target.value));
}
