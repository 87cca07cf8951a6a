// Shows one explained prediction: the word, the probability, why a person should look, and what it rests on.

import { element, percent, points, shown, spoken } from "./element.js";
import { agreement } from "./feedback.js";

const { low, high } = document.body.dataset;
const side = (contribution) => (contribution > 0 ? "claim" : "opinion");

/** Return the elements that say the verdict in a few words: what is read out. */
export function word({ claim_status: status, claim_probability: probability, needs_review: review }) {
  const said = element("p", "word", element("strong", status, status === "claim" ? "Claim" : "Opinion"));
  if (review) said.append(element("span", "review", "Needs review"));
  return [said, element("p", "probability", "Probability of a claim: ", element("strong", "", percent(probability)))];
}

/** Return the elements that show what it rests on; `label` gives a field's name as people read it. */
export function grounds(prediction, record, label) {
  const { reasons } = prediction;
  return [
    scale(prediction.claim_probability, prediction.claim_status),
    ...agreement(prediction),
    ...warnings(prediction.warnings),
    element("h3", "", "What it rests on"),
    reasonTable(prediction, record, label),
    ...words(reasons.find((reason) => reason.words)?.words ?? [], record.video_transcription_text),
  ];
}

/** The probability on a line from opinion to claim, with the zone in which a person should decide. */
function scale(probability, status) {
  const zone = element("div", "zone");
  zone.style.left = `${low * 100}%`;
  zone.style.width = `${(high - low) * 100}%`;
  const marker = element("div", `marker ${status}`);
  marker.style.left = `${probability * 100}%`;
  const track = element("div", "track", zone, marker);
  track.setAttribute("aria-hidden", "true");
  const ends = element("div", "ends", element("span", "", "0% opinion"), element("span", "", "100% claim"));
  ends.setAttribute("aria-hidden", "true");
  const legend = element(
    "p", "hint", element("span", "swatch"),
    `Review zone: from ${percent(low)} to ${percent(high)} a person should decide.`,
  );
  return element("div", "scale", track, ends, legend);
}

function warnings(texts) {
  if (!texts.length) return [];
  const list = element("ul", "warnings", ...texts.map((text) => element("li", "", text)));
  return [element("h3", "", "Why a person should look"), list];
}

function reasonTable({ base_probability: base, claim_probability: probability, reasons }, record, label) {
  const strongest = Math.max(...reasons.map((reason) => Math.abs(reason.contribution))) || 1;
  const head = element("tr", "", ...["Field", "opinion ← → claim", "Points"].map((name) => {
    const cell = element("th", "", name);
    cell.scope = "col";
    return cell;
  }));
  const rows = reasons.map(({ field, contribution }) => {
    const name = element("th", "", label(field));
    name.scope = "row";
    if (field !== "video_transcription_text") name.append(element("span", "given", shown(record[field])));
    return element("tr", "", name, element("td", "", bar(contribution, strongest)), number(contribution));
  });
  const transcribed = reasons.length > 1 && reasons.some((reason) => reason.words?.length);
  const start = element("p", "hint", `With nothing known of a video the probability is ${percent(base)}. ` +
    `What is known of this one moves it to ${percent(probability)}` +
    (transcribed ? "; beside a transcript nothing else is looked at:" : ":"));
  const table = element("table", "reasons", element("thead", "", head), element("tbody", "", ...rows));
  return element("div", "", start, table);
}

function bar(contribution, strongest) {
  const fill = element("div", `fill ${side(contribution)}`);
  fill.style.width = `${(Math.abs(contribution) / strongest) * 50}%`;
  fill.hidden = !contribution; // a small one has a width that can be seen
  return element("div", "bar", fill, spoken(contribution ? `towards ${side(contribution)}` : "neither"));
}

const number = (contribution) => element("td", "number", points(contribution));

/** The transcript with the words marked that carried it, or nothing when none did. */
function words(found, text) {
  if (!found.length) return [];
  const letters = Array.from(text); // positions count code points, JavaScript's strings do not
  const strongest = Math.abs(found[0].contribution);
  const marking = found.filter(({ contribution }) => Math.abs(contribution) > strongest / 20);
  const pieces = [];
  let end = 0;
  for (const { word, position, contribution } of marking.sort((a, b) => a.position - b.position)) {
    const weak = Math.abs(contribution) < strongest / 4 ? " weak" : "";
    const said = spoken(` (towards ${side(contribution)}, ${points(contribution)})`);
    pieces.push(letters.slice(end, position).join(""), element("mark", side(contribution) + weak, word, said));
    end = position + Array.from(word).length;
  }
  const rest = letters.slice(end);
  pieces.push(rest.slice(0, 400).join(""), rest.length > 400 ? " …" : "");
  return [
    element("h3", "", "The words that carried it"),
    element("p", "transcript", ...pieces),
    element(
      "p", "hint", element("mark", "claim", "towards claim"), " ", element("mark", "opinion", "towards opinion"),
      " Each moved the probability; the strongest are filled.",
    ),
  ];
}
