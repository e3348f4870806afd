// What a visitor does, sent to the world; what comes of it arrives by the stream of events.

import { the } from "./dom.js";
import { text } from "./language.js";

/** Send an act and return what the world answers; null after a failure, which the visitor is shown. */
export async function act(name, details = {}) {
  try {
    const answer = await fetch("page/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ act: name, ...details }),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.problem);
    showTrouble("");
    return told;
  } catch (error) {
    showTrouble(text("failed", { problem: error.message }));
    return null;
  }
}

/** Show what is wrong above the phones; no words take it away. */
export function showTrouble(words) {
  const trouble = the("trouble");
  trouble.textContent = words;
  trouble.hidden = !words;
}

/** Copy a text, and say whether it worked. */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return text("copied");
  } catch {
    return text("not_copied", { text: words });
  }
}
