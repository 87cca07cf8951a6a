// Asks the service, with the tab's API key where one is needed. Knows nothing of what the answers mean.

const dialog = document.getElementById("key");
const input = document.getElementById("key-value");
const refused = document.getElementById("key-error");

/** What went wrong, in words for a person; `faults` names what is wrong with single fields. */
export class Problem extends Error {
  constructor(message, faults = []) {
    super(message);
    this.faults = faults;
  }
}

const TRIES = 10; // a verdict can be decided a moment after it is answered, when it is written
const TRY_AGAIN_MS = 200;

/** Return the answer of /predict. Throws Problem. */
export const predict = (body, { explain = false, ...kinds }) =>
  post(explain ? "predict?explain=true" : "predict", body, kinds);

/** Keep what a person decides of a prediction. Throws Problem. */
export async function decide(predictionId, status) {
  const body = JSON.stringify({ prediction_id: predictionId, claim_status: status });
  for (let tries = 1; (await post("feedback", body, {})).unknown.length; tries++) {
    if (tries === TRIES) throw new Problem("Not taken: the service does not have this answer any more.");
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/** Post and return the answer. Throws Problem; asks for the key when it is missing or wrong. */
async function post(url, body, { type = "application/json", accept = "application/json" }) {
  for (let wrong = false; ; wrong = true) {
    const key = sessionStorage.getItem("key");
    const headers = { "Content-Type": type, Accept: accept, ...(key && { Authorization: `Bearer ${key}` }) };
    const response = await send(url, { method: "POST", headers, body });
    if (response.ok) return whole(accept === "text/csv" ? response.text() : response.json());
    if (response.status !== 401) throw await problem(response);
    sessionStorage.setItem("key", await askForKey(wrong || key !== null));
  }
}

async function send(url, request) {
  try {
    return await fetch(url, request);
  } catch {
    throw new Problem("The service does not answer. Is it running, and are you connected?");
  }
}

async function whole(answer) {
  try {
    return await answer;
  } catch {
    throw new Problem("The answer broke off. Try it again.");
  }
}

async function problem(response) {
  try {
    const told = await response.json();
    return new Problem(told.detail, told.errors);
  } catch {
    return new Problem(`The service answered with status ${response.status} and no explanation.`);
  }
}

function askForKey(wrong) {
  sessionStorage.removeItem("key");
  refused.textContent = wrong ? "The service did not take this key." : "";
  input.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve, reject) => {
    const closed = () =>
      dialog.returnValue === "given" ? resolve(input.value) : reject(new Problem("Without a key there is no answer."));
    dialog.addEventListener("close", closed, { once: true });
  });
}

document.getElementById("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  input.value = input.value.trim();
  if (/^[\x21-\x7e]+$/.test(input.value)) dialog.close("given");
  else refused.textContent = "A key is made of letters, digits and signs, without blanks.";
});
document.getElementById("key-cancel").addEventListener("click", () => dialog.close());
