// The page: listens to what happens in the world and shows it on phones and clock.

import { showTrouble } from "./acts.js";
import { Clock } from "./clock.js";
import { make, the } from "./dom.js";
import { Phone } from "./phone.js";
import { fillIn, inEveryLanguage, otherLanguage, speakOther, text } from "./texts.js";

const clock = new Clock();
const phones = new Map();
const unread = new Map();
const wide = matchMedia("(min-width: 761px)");
let current = null;

function meet(world) {
  showTrouble("");
  phones.clear();
  for (const shown of world.phones) phones.set(shown.id, new Phone(shown, world.bot, noteUnread));
  the("phones").replaceChildren(...[...phones.values()].map((phone) => phone.element));
  clock.set(world.clock);
  for (const phone of phones.values()) phone.redraw();
  show(phones.has(current) ? current : world.phones[0].id);
}

/** Choose the phone that a narrow window shows. */
function show(id) {
  current = id;
  unread.delete(id);
  for (const phone of phones.values()) phone.element.toggleAttribute("data-shown", phone.id === id);
  phones.get(id).chat.toEnd();
  drawSwitch();
}

function noteUnread(phone) {
  if (phone.id === current || wide.matches) return;
  unread.set(phone.id, (unread.get(phone.id) ?? 0) + 1);
  drawSwitch();
}

function drawSwitch() {
  const focused = [...the("switch").children].indexOf(document.activeElement);
  the("switch").replaceChildren(...[...phones.values()].map(tab));
  the("switch").children[focused]?.focus();
}

function tab(phone) {
  const count = unread.get(phone.id);
  const words = count ? `${phone.name} (${text("unread", { count })})` : phone.name;
  return make("button", { type: "button", "aria-pressed": String(phone.id === current), onclick: () => show(phone.id) }, words);
}

function listen() {
  const events = new EventSource("page/events");
  const on = (name, listener) => events.addEventListener(name, (event) => listener(JSON.parse(event.data)));
  const onPhone = (name, listener) => on(name, (told) => listener(phones.get(told.chat), told));
  on("world", meet);
  on("clock", (told) => clock.set(told));
  on("phone", (told) => phones.get(told.id).update(told));
  onPhone("message", (phone, said) => phone.hear(said));
  onPhone("edited", (phone, said) => phone.hearChanged(said));
  onPhone("deleted", (phone, { id }) => phone.chat.remove(id));
  onPhone("toast", (phone, toast) => phone.answered(toast));
  onPhone("action", (phone) => phone.busy());
  events.addEventListener("error", () => showTrouble(text("away")));
}

inEveryLanguage(() => {
  document.title = text("title");
  fillIn(document);
  the("language").textContent = text("other");
  the("language").lang = otherLanguage();
  clock.redraw();
  drawSwitch();
  for (const phone of phones.values()) phone.redraw();
});
the("language").addEventListener("click", speakOther);
listen();
