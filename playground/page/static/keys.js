// The buttons below a message: they tell the bot, open a page, pass words on, or copy them, and say which.

import { copy } from "./acts.js";
import { make, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./language.js";
import { link } from "./words.js";
import { sharedWords } from "./world.js";

export function keys(said, pane) {
  const drawn = (row) => make("div", {}, ...row.map((button) => key(button, said, pane)));
  return make("div", { class: "keys" }, ...said.rows.map(drawn));
}

function key(button, said, pane) {
  const kind = `key ${button.style ?? ""}`.trim();
  if (button.url !== null) return leading(button, pane, kind);
  const element = make("button", { type: "button", class: kind }, button.label);
  if (button.copies !== null) {
    element.append(sign("copies"));
    element.addEventListener("click", async () => pane.toast(await copy(button.copies)));
  } else {
    element.addEventListener("click", () => {
      element.setAttribute("aria-busy", "true");
      pane.press(said.id, button);
    });
  }
  return element;
}

function leading(button, pane, kind) {
  const signs = pane.leadsToBot(button.url) ? [] : [sign(sharedWords(button.url) === null ? "leads" : "shares")];
  return link(button.url, [button.label, ...signs], pane, { class: kind });
}

/** Mark what a button does besides telling the bot. */
function sign(name) {
  return make("span", { class: "sign" }, icon(name), unseen(` (${text(name)})`));
}
