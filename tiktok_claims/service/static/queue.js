// The queue: one video at a time, by keys or buttons. Labels are sent while the next video is already shown.

import { formatted, percent } from "./element.js";
import { feedback, nextVideos, Problem } from "./service.js";

const ROWS = 10; // fetched at a time
const FEW = 3; // in hand: then more are fetched
const KEYS = { c: "claim", o: "opinion", u: "unsure", ArrowRight: "skip", z: "undo" };
const NAMES = JSON.parse(document.body.dataset.names);
const TEXT = "video_transcription_text";

const [person, section, status, note] = ["person", "video", "status", "note"].map((id) => document.getElementById(id));
const [choice, showPrediction] = ["choice", "show-prediction"].map((id) => document.getElementById(id));
const videos = []; // in hand; the first is shown
const skipped = [];
const labelled = []; // [video, status], the latest last
let labelledBy = "";
let left = 0;
let fetching = null;

person.addEventListener("submit", async (event) => {
  event.preventDefault();
  labelledBy = document.getElementById("labelled-by").value.trim();
  status.textContent = "Loading …";
  if (!(await fetched())) return;
  person.hidden = true;
  status.textContent = "";
  show();
});

section.addEventListener("click", ({ target }) => act(target.closest("button")?.value));

document.addEventListener("keydown", (event) => {
  const elsewhere = event.target.closest("input, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey;
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (section.hidden || elsewhere || !action) return;
  event.preventDefault();
  act(action);
});

function act(action) {
  if (action === "undo") undo();
  else if (action && videos.length) next(action);
}

function next(action) {
  const video = videos.shift();
  const text = note.value.trim();
  note.value = "";
  if (action === "skip") skipped.push(video.prediction_id);
  else {
    labelled.push(video);
    send(video, action, text);
  }
  left -= 1;
  show();
  if (videos.length < FEW) fetched().then((more) => more && !section.dataset.video && show());
}

function undo() {
  const video = labelled.pop();
  if (!video) return;
  send(video, "withdrawn", "");
  videos.unshift(video);
  left += 1;
  show();
}

async function send(video, claimStatus, noteText) {
  const label = { prediction_id: video.prediction_id, claim_status: claimStatus, chosen_by: video.chosen_by };
  const more = { prediction_shown: showPrediction.checked && video.chosen_by !== "queue_random" };
  try {
    await feedback({ ...label, ...more, labelled_by: labelledBy, ...(noteText && { note: noteText }) });
    const predicted = `the model predicted ${video.claim_status}, ${percent(video.claim_probability)}`;
    status.textContent = claimStatus === "withdrawn" ? "Undone." : `Labelled: ${claimStatus}; ${predicted}.`;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    status.textContent = `Not stored: ${error.message}`;
    if (labelled.at(-1) === video) labelled.pop();
    videos.splice(Math.min(1, videos.length), 0, video); // it comes again after the one that is shown
    left += 1;
    if (!section.dataset.video) show();
  }
}

/** Fetch more videos; true unless that failed. */
function fetched() {
  fetching ??= more().finally(() => (fetching = null));
  return fetching;
}

async function more() {
  const recent = labelled.slice(-100); // whose labels may be on their way
  const without = [...skipped.slice(-800), ...[...videos, ...recent].map((video) => video.prediction_id)];
  try {
    const queue = await nextVideos({ labelled_by: labelledBy, rows: ROWS, without, choice: choice.value });
    videos.push(...queue.videos);
    left = queue.left + videos.length - queue.videos.length;
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    status.textContent = error.message;
    return false;
  }
}

function show() {
  const [video] = videos;
  section.hidden = false;
  section.dataset.video = video?.prediction_id ?? "";
  document.getElementById("left").textContent = video ? `${formatted(left)} left, ${formatted(labelled.length)} labelled` : "";
  document.getElementById("text").textContent = video ? video.record[TEXT] : "Nothing is left to label.";
  const fields = Object.entries(video?.record ?? {}).filter(([name]) => name !== TEXT);
  document.getElementById("fields").textContent = fields
    .map(([name, value]) => `${NAMES[name]}: ${formatted(value)}`)
    .join(" · ");
  const visible = video && showPrediction.checked && video.chosen_by !== "queue_random";
  document.getElementById("shown-prediction").textContent = visible
    ? `The model says ${video.claim_status}, claim probability ${percent(video.claim_probability)}.`
    : "";
  for (const button of section.querySelectorAll("button")) {
    button.disabled = button.value === "undo" ? !labelled.length : !video;
  }
  document.getElementById("video-title").focus({ preventScroll: true });
}
