// Asks the person who looks at a prediction whether it is right, and sends the label.

import { element } from "./element.js";
import { label, Problem } from "./service.js";

const OTHER = { claim: "opinion", opinion: "claim" };

/** Return the buttons for a prediction, or nothing when it is not stored and so has no id. */
export function labelButtons({ prediction_id: id, claim_status: predicted }) {
  if (!id) return [];
  const status = element("span", "hint");
  status.setAttribute("role", "status");
  const buttons = [["Agree", predicted], ["Disagree", OTHER[predicted]]].map(([name, claimStatus]) => {
    const button = element("button", "quiet", name);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => send(claimStatus, button));
    return button;
  });
  const group = element("div", "label-buttons", element("span", "", "Is that right?"), ...buttons, status);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Is the prediction right?");
  return [group];

  async function send(claimStatus, pressed) {
    status.textContent = "Sending …";
    try {
      await label(id, claimStatus);
      status.textContent = `Labelled: ${claimStatus}.`;
      for (const button of buttons) button.setAttribute("aria-pressed", button === pressed);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      status.textContent = error.message;
    }
  }
}
