// One message in a chat: a bubble with words or a file, and the buttons below it.

import { copy } from "./acts.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { hour, size, text } from "./texts.js";
import { link, words } from "./words.js";

export function message(said, phone) {
  const bubble = make(
    "div",
    { class: "bubble" },
    said.reply === null ? null : make("div", { class: "reply" }, said.reply),
    said.file === null ? null : file(said.file),
    said.text ? words(said, phone) : null,
    make("p", { class: "stamp" }, (said.edited ? `${text("edited")} ` : "") + hour(said.at)),
  );
  const kinds = ["message", said.mine ? "mine" : "theirs", said.rows.length ? "keyed" : ""].filter(Boolean);
  const keys = said.rows.length ? make("div", { class: "keys" }, ...said.rows.map((row) => keysIn(row, said, phone))) : null;
  return make("li", { class: kinds.join(" "), "data-message": said.id }, bubble, keys);
}

function keysIn(row, said, phone) {
  return make("div", {}, ...row.map((button) => key(button, said, phone)));
}

function key(button, said, phone) {
  if (button.url !== null) return leading(button, phone);
  const element = make("button", { type: "button", class: "key" }, button.label);
  if (button.copies !== null) {
    element.append(sign("copies"));
    element.addEventListener("click", async () => phone.toast(await copy(button.copies)));
  } else {
    element.addEventListener("click", () => {
      element.setAttribute("aria-busy", "true");
      phone.press(said.id, button.data);
    });
  }
  return element;
}

function leading(button, phone) {
  const inside = phone.leadsToBot(button.url);
  return link(button.url, [button.label, ...(inside ? [] : [sign("leads")])], phone, { class: "key" });
}

/** Mark what a button does besides telling the bot. */
function sign(name) {
  return make("span", { class: "sign" }, icon(name), make("span", { class: "unseen" }, ` (${text(name)})`));
}

function file(kept) {
  if (kept.picture) return make("img", { class: "picture", src: kept.address, alt: text("picture") });
  return make(
    "a",
    { class: "file", href: kept.address, download: kept.name },
    make("span", { class: "sheet", "aria-hidden": "true" }, icon("down")),
    make("span", {}, make("b", {}, kept.name), make("small", {}, `${text("download")} · ${size(kept.size)}`)),
  );
}
