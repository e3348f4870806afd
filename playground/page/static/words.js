// A text with entities, as Telegram describes it, into elements. Offsets count UTF-16 units, as JavaScript does.

import { make } from "./dom.js";
import { text } from "./texts.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

/** Write a message's words; `phone` opens deep links to the bot and sends tapped commands. */
export function words(message, phone) {
  const entities = [...message.entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return make("div", { class: "words", dir: "auto" }, ...pieces(message.text, 0, message.text.length, entities, phone));
}

function pieces(whole, start, end, entities, phone) {
  const found = [];
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const last = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < last) next += 1;
    if (entity.offset >= at && last > entity.offset) {
      if (entity.offset > at) found.push(whole.slice(at, entity.offset));
      const inner = pieces(whole, entity.offset, last, entities.slice(index + 1, next), phone);
      found.push(dressed(entity, whole.slice(entity.offset, last), inner, phone));
      at = last;
    }
    index = next;
  }
  if (at < end) found.push(whole.slice(at, end));
  return found;
}

function dressed(entity, words, inner, phone) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, inner, phone);
    case "url":
      return link(/^\w+:\/\//.test(words) ? words : `https://${words}`, inner, phone);
    case "email":
      return make("a", { href: `mailto:${words}` }, ...inner);
    case "phone_number":
      return make("a", { href: `tel:${words.replace(/[^+\d]/g, "")}` }, ...inner);
    case "bot_command":
      return make("button", { type: "button", class: "tap", onclick: () => phone.write(words) }, ...inner);
    case "spoiler":
      return spoiler(words, inner);
    case "blockquote":
      return make("blockquote", {}, ...inner);
    case "expandable_blockquote":
      return folded(inner);
    default:
      return make(PLAIN[entity.type] ?? "span", {}, ...inner);
  }
}

/** Make a link: to the bot it opens on the same phone, elsewhere in a new tab, and what is no web page leads nowhere. */
export function link(address, inner, phone, attributes = {}) {
  if (phone.leadsToBot(address)) {
    const open = (event) => {
      event.preventDefault();
      phone.open(address);
    };
    return make("a", { ...attributes, href: address, onclick: open }, ...inner);
  }
  if (!/^https?:\/\//i.test(address)) return make("span", attributes, ...inner);
  return make("a", { ...attributes, href: address, target: "_blank", rel: "noopener noreferrer" }, ...inner);
}

/** Make hidden words as wide as they are, that nobody reads or hears before the press. */
function spoiler(words, inner) {
  const reveal = (event) => event.currentTarget.replaceWith(...inner);
  const covered = make("span", { "aria-hidden": "true" }, words);
  const hint = make("span", { class: "unseen" }, text("spoiler"));
  return make("button", { type: "button", class: "spoiler", onclick: reveal }, covered, hint);
}

/** Make a quote of three lines that unfolds; the button goes when there is nothing more to show. */
function folded(inner) {
  const unfold = make("button", { type: "button", class: "unfold", "aria-expanded": "false" }, text("more"));
  const quoted = make("div", { class: "quoted" }, ...inner);
  const quote = make("blockquote", { class: "folded" }, quoted, unfold);
  unfold.addEventListener("click", () => {
    const open = !quote.classList.toggle("folded");
    unfold.setAttribute("aria-expanded", String(open));
    unfold.textContent = text(open ? "less" : "more");
  });
  requestAnimationFrame(() => {
    unfold.hidden = quoted.scrollHeight <= quoted.clientHeight + 2;
  });
  return quote;
}
