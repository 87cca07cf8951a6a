// Asks the person who looks at a verdict whether it is right, and sends what they decide.

import { element } from "./element.js";
import { decide, Problem } from "./service.js";

const OTHER = { claim: "opinion", opinion: "claim" };

/** Return the buttons for a prediction, or nothing when it is not kept and so has no id. */
export function agreement({ prediction_id: id, claim_status: status }) {
  if (!id) return [];
  const said = element("span", "hint");
  said.setAttribute("role", "status");
  const buttons = [["Agree", status], ["Disagree", OTHER[status]]].map(([name, verdict]) => {
    const button = element("button", "quiet", name);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => send(id, verdict, button));
    return button;
  });
  const group = element("div", "agreement", element("span", "", "Is that right?"), ...buttons, said);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Is the verdict right?");
  return [group];

  async function send(predictionId, verdict, pressed) {
    said.textContent = "Sending …";
    try {
      await decide(predictionId, verdict);
      said.textContent = `Kept: it is ${verdict === "claim" ? "a claim" : "an opinion"}.`;
      for (const button of buttons) button.setAttribute("aria-pressed", button === pressed);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      said.textContent = error.message;
    }
  }
}
