// Elements from text, which is never read as HTML; numbers as people read them.

/** Return a new element; strings among the children become text. */
export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** Text for those who do not see the colours. */
export const visuallyHidden = (text) => element("span", "visually-hidden", text);

/** The value of a field; a number with thousands separators. */
export const formatted = (value) => (typeof value === "number" ? value.toLocaleString("en") : String(value));

/** A probability in per cent, never rounded to certainty. */
export function percent(probability) {
  if (probability > 0.999) return "over 99.9%";
  if (probability < 0.001) return "under 0.1%";
  return `${(probability * 100).toFixed(1)}%`;
}

/** A contribution in percentage points, with its sign. */
export function points(contribution) {
  const size = Math.abs(contribution * 100);
  if (size === 0) return "0";
  return `${contribution > 0 ? "+" : "−"}${size < 0.05 ? "under 0.1" : size.toFixed(1)}`;
}
