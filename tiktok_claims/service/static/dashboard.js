// The label buttons of the dashboard: a moderator's label of a prediction goes to POST /feedback and shows next to it.

const section = document.querySelector("[data-feedback]");

async function label(cell, claimStatus) {
  const status = cell.querySelector("[role=status]");
  const body = JSON.stringify({ prediction_id: cell.dataset.prediction, claim_status: claimStatus });
  status.textContent = "Sending …";
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(section.dataset.feedback, { method: "POST", headers, body });
    const content = await response.json();
    if (!response.ok) status.textContent = `Not stored: ${content.detail}`;
    else if (content.unknown.length) status.textContent = "Not stored: the history no longer has this prediction.";
    else show(cell, status, claimStatus);
  } catch {
    status.textContent = "Not stored: the service does not answer.";
  }
}

function show(cell, status, claimStatus) {
  status.textContent = `Labelled: ${claimStatus}`;
  for (const button of cell.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.value === claimStatus);
  }
}

for (const group of section.querySelectorAll("[role=group]")) {
  group.hidden = false; // without this script the buttons would do nothing
  group.addEventListener("click", ({ target }) => target.value && label(group.parentElement, target.value));
}
