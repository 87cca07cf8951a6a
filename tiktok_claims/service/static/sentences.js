// Shows the sentences of a transcript, each with its own claim probability, and which one decided.

import { element, percent } from "./element.js";

const SHOWN = 200; // a longer list helps nobody; the strongest are in it

/** Return the elements that list the sentences, or nothing where there is but one. */
export function sentenceList(sentences, status) {
  if (sentences.length < 2) return [];
  const highest = [...sentences].sort((a, b) => b.claim_probability - a.claim_probability).slice(0, SHOWN);
  const rows = highest.sort((a, b) => a.position - b.position).map((sentence) => row(sentence, status));
  const list = element("ol", "sentences", ...rows);
  list.tabIndex = 0; // it may scroll
  requestAnimationFrame(() => { list.scrollTop = list.querySelector(".decisive").offsetTop - list.clientHeight / 2; });
  const which = rows.length < sentences.length ? `; here are the ${SHOWN} highest of ${sentences.length}.` : ".";
  return [
    element("h3", "", "Sentences"),
    element("p", "hint", `A video with a claim in it is a claim. Each sentence has its own claim probability${which}`),
    list,
  ];
}

function row({ sentence, claim_probability: probability, decisive }, status) {
  const text = element("span", "sentence", sentence);
  if (decisive) text.prepend(element("span", "decisive", status === "claim" ? "Decided" : "Nearest to a claim"), " ");
  return element("li", decisive ? status : "", element("span", "number", percent(probability)), text);
}
