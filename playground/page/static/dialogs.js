// Windows that wait for an answer: the bot's alerts, and a question before what cannot be undone.

import { speak, the } from "./dom.js";

/** Show a bot's words until OK, one window after another; `back` takes the focus if its place is gone by then. */
export function alert(whose, words, back) {
  const dialog = the("alert");
  if (dialog.open) {
    dialog.addEventListener("close", () => alert(whose, words, back), { once: true });
    return;
  }
  the("alert-whose").textContent = whose;
  the("alert-words").textContent = words;
  dialog.showModal();
  const isLost = () => document.activeElement === document.body || dialog.contains(document.activeElement);
  dialog.addEventListener("close", () => isLost() && back(), { once: true });
  speak(words);
}

/** Ask whether to start anew; leaving the window means no. */
export function confirmReset() {
  const dialog = the("sure");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
