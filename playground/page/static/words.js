// A text with entities, as Telegram describes it, into elements. Offsets count UTF-16 units, as JavaScript does.

import { make, unseen } from "./dom.js";
import { text } from "./language.js";
import { sharedWords } from "./world.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Write a message's words; `pane` opens deep links to the bot and sends tapped commands. */
export function words(message, pane) {
  const entities = [...message.entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return make("div", { class: "words", dir: "auto" }, ...pieces(message.text, 0, message.text.length, entities, pane));
}

function pieces(whole, start, end, entities, pane) {
  const found = [];
  let at = start;
  let index = 0;
  let below = false;
  while (index < entities.length) {
    const entity = entities[index];
    const last = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < last) next += 1;
    if (entity.offset >= at && last > entity.offset) {
      found.push(between(whole.slice(at, entity.offset), below));
      const inner = pieces(whole, entity.offset, last, entities.slice(index + 1, next), pane);
      found.push(dressed(entity, whole.slice(entity.offset, last), inner, pane));
      at = last;
      below = BLOCKS.has(entity.type);
    }
    index = next;
  }
  found.push(between(whole.slice(at, end), below));
  return found.filter((piece) => piece !== "");
}

/** Below a block, which ends its line by itself, leave out the break that does; above one, a browser does so. */
const between = (words, below) => (below && words.startsWith("\n") ? words.slice(1) : words);

function dressed(entity, words, inner, pane) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, inner, pane);
    case "url":
      return link(/^\w+:\/\//.test(words) ? words : `https://${words}`, inner, pane);
    case "email":
      return make("a", { href: `mailto:${words}` }, ...inner);
    case "phone_number":
      return make("a", { href: `tel:${words.replace(/[^+\d]/g, "")}` }, ...inner);
    case "bot_command":
      return make("button", { type: "button", class: "tap", onclick: () => pane.write(words) }, ...inner);
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

/** Make a link: to the bot it opens on the same phone, one that shares asks for a chat, others open a new tab, and what is no web page leads nowhere. */
export function link(address, inner, pane, attributes = {}) {
  if (pane.leadsToBot(address)) {
    const open = (event) => {
      event.preventDefault();
      pane.follow(address);
    };
    return make("a", { ...attributes, href: address, onclick: open }, ...inner);
  }
  const shared = sharedWords(address);
  if (shared !== null) return make("button", { type: "button", class: "tap", ...attributes, onclick: () => pane.share(shared) }, ...inner);
  if (!/^https?:\/\//i.test(address)) return make("span", attributes, ...inner);
  return make("a", { ...attributes, href: address, target: "_blank", rel: "noopener noreferrer" }, ...inner);
}

/** Make hidden words as wide as they are, that nobody reads or hears before the press. */
function spoiler(words, inner) {
  const reveal = (event) => event.currentTarget.replaceWith(...inner);
  const covered = make("span", { "aria-hidden": "true" }, words);
  return make("button", { type: "button", class: "spoiler", onclick: reveal }, covered, unseen(text("spoiler")));
}

/** Tell each quote, once it is laid out, whether it hides anything; all at once, so that the page is laid out once. */
const fitting = new ResizeObserver((changes) => {
  const quotes = changes.map(({ target }) => [target, target.scrollHeight > target.clientHeight + 2]);
  for (const [quoted, hides] of quotes) quoted.nextSibling.hidden = !hides && quoted.parentElement.matches(".folded");
});

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
  fitting.observe(quoted);
  return quote;
}
