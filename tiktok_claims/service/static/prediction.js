// Shows one explained prediction: its status and probability, why it needs review, and each field's contribution.

import { element, formatted, percent, points, visuallyHidden } from "./element.js";
import { labelButtons } from "./feedback.js";
import { sentenceList } from "./sentences.js";

const { low, high } = document.body.dataset;
const side = (contribution) => (contribution > 0 ? "claim" : "opinion");

/** Return the elements that say the prediction in a few words: what is read out. */
export function status({ claim_status: name, claim_probability: probability, needs_review: review }) {
  const line = element("p", "claim-status", element("strong", name, name === "claim" ? "Claim" : "Opinion"));
  if (review) line.append(element("span", "needs-review", "Needs review"));
  return [line, element("p", "probability", "Claim probability: ", element("strong", "", percent(probability)))];
}

/** Return the elements that explain the prediction; `fieldLabel` gives a field's name as people read it. */
export function explanation(prediction, record, fieldLabel) {
  const { explanation: contributions, sentences } = prediction;
  return [
    scale(prediction.claim_probability, prediction.claim_status),
    ...labelButtons(prediction),
    ...warnings(prediction.warnings),
    ...sentenceList(sentences, prediction.claim_status),
    element("h3", "", "Why"),
    contributionTable(prediction, record, fieldLabel),
    ...transcript(contributions.find(({ words }) => words)?.words ?? [], sentences.find(({ decisive }) => decisive)),
  ];
}

/** The probability on a line from opinion to claim, with the review interval. */
function scale(probability, name) {
  const interval = element("div", "review-interval");
  interval.style.left = `${low * 100}%`;
  interval.style.width = `${(high - low) * 100}%`;
  const marker = element("div", `marker ${name}`);
  marker.style.left = `${probability * 100}%`;
  const track = element("div", "track", interval, marker);
  track.setAttribute("aria-hidden", "true");
  const ends = element("div", "ends", element("span", "", "0% opinion"), element("span", "", "100% claim"));
  ends.setAttribute("aria-hidden", "true");
  const legend = element(
    "p", "hint", element("span", "swatch"),
    `Review interval: from ${percent(low)} to ${percent(high)} a person should decide.`,
  );
  return element("div", "scale", track, ends, legend);
}

function warnings(texts) {
  if (!texts.length) return [];
  const list = element("ul", "warnings", ...texts.map((text) => element("li", "", text)));
  return [element("h3", "", "Why it needs review"), list];
}

function contributionTable(prediction, record, fieldLabel) {
  const { explanation: contributions } = prediction;
  const strongest = Math.max(...contributions.map(({ contribution }) => Math.abs(contribution))) || 1;
  const head = element("tr", "", ...["Field", "opinion ← → claim", "Points"].map((name) => {
    const cell = element("th", "", name);
    cell.scope = "col";
    return cell;
  }));
  const rows = contributions.map(({ field, contribution }) => {
    const name = element("th", "", fieldLabel(field));
    name.scope = "row";
    if (field !== "video_transcription_text") name.append(element("span", "detail", formatted(record[field])));
    return element("tr", "", name, element("td", "", bar(contribution, strongest)), number(contribution));
  });
  const table = element("table", "contributions", element("thead", "", head), element("tbody", "", ...rows));
  return element("div", "", element("p", "hint", introduction(prediction)), table);
}

function introduction({ base_probability: base, claim_probability: probability, explanation: contributions }) {
  const textOnly = contributions.length > 1 && contributions.some(({ words }) => words?.length);
  return `Knowing nothing of a video, the model gives a claim probability of ${percent(base)}. ` +
    `The fields of this one move it to ${percent(probability)}` +
    (textOnly ? "; next to a transcript the model uses no other field:" : ":");
}

function bar(contribution, strongest) {
  const fill = element("div", `fill ${side(contribution)}`);
  fill.style.width = `${(Math.abs(contribution) / strongest) * 50}%`;
  fill.hidden = !contribution; // a small one has a visible minimum width
  return element("div", "bar", fill, visuallyHidden(contribution ? `towards ${side(contribution)}` : "neither"));
}

const number = (contribution) => element("td", "number", points(contribution));

/** The decisive sentence with the words marked that contributed most, or nothing when none did. */
function transcript(words, decisive) {
  if (!words.length) return [];
  const letters = Array.from(decisive.sentence); // positions count code points, JavaScript's strings do not
  const strongest = Math.abs(words[0].contribution);
  const marked = words.filter(({ contribution }) => Math.abs(contribution) > strongest / 20);
  const pieces = [];
  let end = 0;
  for (const { word, position, contribution } of marked.sort((a, b) => a.position - b.position)) {
    const weak = Math.abs(contribution) < strongest / 4 ? " weak" : "";
    const towards = visuallyHidden(` (towards ${side(contribution)}, ${points(contribution)})`);
    const start = position - decisive.position;
    pieces.push(letters.slice(end, start).join(""), element("mark", side(contribution) + weak, word, towards));
    end = start + Array.from(word).length;
  }
  const rest = letters.slice(end);
  pieces.push(rest.slice(0, 400).join(""), rest.length > 400 ? " …" : "");
  return [
    element("h3", "", "Words that contributed most"),
    element("p", "transcript", ...pieces),
    element(
      "p", "hint", element("mark", "claim", "towards claim"), " ", element("mark", "opinion", "towards opinion"),
      " Leaving out a marked word would change the probability; the strongest are filled.",
    ),
  ];
}
