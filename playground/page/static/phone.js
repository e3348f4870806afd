// One phone: a person, their chat with the bot, and everything they can do with it.

import { act, alert } from "./acts.js";
import { Chat } from "./chat.js";
import { make, speak } from "./dom.js";
import { text } from "./texts.js";
import { Writing } from "./writing.js";

const BUSY_FOR = 5000;
const LONGEST_SPOKEN = 400;

export class Phone {
  constructor(shown, bot, unread) {
    this.id = shown.id;
    this.name = shown.name;
    this.bot = bot;
    this.shown = shown;
    this.unread = unread;
    this.chat = new Chat(this);
    this.writing = new Writing(this);
    for (const said of shown.messages) this.chat.said.set(said.id, said);
    this.owner = make("h2", { class: "owner", id: `owner-${this.id}` });
    this.doing = make("p");
    this.links = make("div");
    this.begin = make("div", { class: "begin" });
    this.toasts = make("div", { class: "toasts", "aria-hidden": "true" });
    this.element = make("section", { class: "phone", "aria-labelledby": `owner-${this.id}` }, this.owner, this.screen());
  }

  screen() {
    const head = make("header", { class: "head" }, make("img", { src: "page/icon.svg", alt: "" }), make("div", {}, make("h3", {}, this.bot.name), this.doing));
    return make("div", { class: "screen" }, head, this.chat.element, this.links, this.writing.menu, this.begin, this.writing.element, this.toasts);
  }

  /** Show everything anew, in the language of the page. */
  redraw() {
    this.owner.replaceChildren(this.name, make("span", {}, text(this.shown.role)));
    this.rest();
    this.chat.redraw(this.shown.about);
    this.redrawDoors();
  }

  /** Take over what changed about the phone itself: its commands, links, and whether the bot is started. */
  update(shown) {
    this.shown = { ...this.shown, ...shown };
    const focused = this.begin.contains(document.activeElement) || this.links.contains(document.activeElement);
    this.redrawDoors();
    if (focused) this.writing.line.focus();
  }

  redrawDoors() {
    const started = this.shown.status === "member";
    const words = text(this.shown.status === "left" ? "begin" : "again");
    this.begin.replaceChildren(make("button", { type: "button", onclick: () => this.start("") }, words));
    this.begin.hidden = started;
    this.writing.element.hidden = !started;
    this.writing.redraw(this.shown.commands);
    this.links.replaceChildren(...this.shown.links.map((link) => this.waiting(link)));
  }

  waiting({ payload, kind }) {
    const open = make("button", { type: "button", onclick: () => this.start(payload) }, text("open_link"));
    return make("div", { class: "links" }, make("span", {}, text(`link.${kind}`)), open);
  }

  start(payload) {
    return act("start", { who: this.id, payload });
  }

  open(link) {
    return act("open", { who: this.id, link });
  }

  write(words) {
    return act("write", { who: this.id, text: words });
  }

  async press(message, data) {
    if ((await act("press", { who: this.id, message, data })) === null) this.chat.answer();
  }

  /** Tell whether a link is a deep link to the bot, which opens on this phone. */
  leadsToBot(address) {
    try {
      const { protocol, host, pathname } = new URL(address);
      return /^https?:$/.test(protocol) && host === "t.me" && pathname.toLowerCase() === `/${this.bot.username}`.toLowerCase();
    } catch {
      return false;
    }
  }

  hear(said) {
    this.chat.add(said);
    if (said.mine) return;
    this.rest();
    this.unread(this);
    this.announce("heard", said);
  }

  hearChanged(said) {
    this.chat.change(said);
    this.announce("changed", said);
  }

  announce(key, said) {
    speak(text(key, { name: this.name, text: (said.text || said.file?.name || "").slice(0, LONGEST_SPOKEN) }));
  }

  /** Show the bot's answer to a press; an answer without words only takes the waiting sign away. */
  answered({ text: words, alert: waits, url }) {
    this.chat.answer();
    if (url) this.open(url.startsWith("t.me") ? `https://${url}` : url);
    if (!words) return;
    if (waits) alert(this.name, words);
    else this.toast(words);
  }

  toast(words) {
    const shown = make("p", {}, words);
    this.toasts.replaceChildren(shown);
    setTimeout(() => shown.remove(), Math.max(4000, words.length * 70));
    speak(text("flashed", { name: this.name, text: words }));
  }

  busy() {
    this.doing.textContent = text("typing");
    this.doing.classList.add("busy");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), BUSY_FOR);
  }

  rest() {
    clearTimeout(this.resting);
    this.doing.textContent = text("bot");
    this.doing.classList.remove("busy");
  }
}
