// Calls the service, with the tab's API key where one is needed. Knows nothing of what the responses mean.

const dialog = document.getElementById("key");
const input = document.getElementById("key-value");
const keyError = document.getElementById("key-error");

/** What went wrong, in words for a person; `errors` are those of single fields. */
export class Problem extends Error {
  constructor(message, errors = []) {
    super(message);
    this.errors = errors;
  }
}

const TRIES = 10; // a prediction can be labelled once it is written, a moment after its response
const TRY_AGAIN_MS = 200;

/** Return the response of POST /predict. Throws Problem. */
export const predict = (body, { explain = false, ...options }) =>
  post(explain ? "predict?explain=true" : "predict", body, options);

/** Store the label of a prediction. Throws Problem. */
export const label = (predictionId, claimStatus) =>
  feedback({ prediction_id: predictionId, claim_status: claimStatus, chosen_by: "page" });

/** Store a label. Throws Problem. */
export async function feedback(label) {
  const body = JSON.stringify(label);
  for (let tries = 1; (await post("feedback", body, {})).unknown.length; tries++) {
    if (tries === TRIES) throw new Problem("Not stored: the history does not have this prediction.");
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/** Return the next videos of the queue. Throws Problem. */
export const nextVideos = (asked) => post("queue", JSON.stringify(asked), {});

/** Post and return the response. Throws Problem; asks for the key when it is missing or wrong. */
async function post(url, body, { type = "application/json", accept = "application/json", store = true }) {
  for (let wrong = false; ; wrong = true) {
    const key = sessionStorage.getItem("key");
    const headers = { "Content-Type": type, Accept: accept, ...(key && { Authorization: `Bearer ${key}` }) };
    if (!store) headers["X-Do-Not-Store"] = "true";
    const response = await send(url, { method: "POST", headers, body });
    if (response.ok) return complete(accept === "text/csv" ? response.text() : response.json());
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

async function complete(content) {
  try {
    return await content;
  } catch {
    throw new Problem("The response was cut off. Try again.");
  }
}

async function problem(response) {
  try {
    const { detail, errors } = await response.json();
    return new Problem(detail, errors);
  } catch {
    return new Problem(`The service responded with status ${response.status} and no details.`);
  }
}

function askForKey(wrong) {
  sessionStorage.removeItem("key");
  keyError.textContent = wrong ? "The service does not accept this key." : "";
  input.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve, reject) => {
    const closed = () =>
      dialog.returnValue === "entered" ? resolve(input.value) : reject(new Problem("The service requires a key."));
    dialog.addEventListener("close", closed, { once: true });
  });
}

document.getElementById("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  input.value = input.value.trim();
  if (/^[\x21-\x7e]+$/.test(input.value)) dialog.close("entered");
  else keyError.textContent = "A key consists of letters, digits and signs, without spaces.";
});
document.getElementById("key-cancel").addEventListener("click", () => dialog.close());
