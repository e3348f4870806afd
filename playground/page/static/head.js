// The head of a chat: its name, what it is, whether somebody types, and the few rare acts behind three dots.

import { act } from "./acts.js";
import { chatSign } from "./avatar.js";
import { drawnButton, make, name } from "./dom.js";
import { icon } from "./icons.js";
import { counted, text } from "./language.js";
import { hasBot, isChannel, isPrivate } from "./world.js";

const BUSY_FOR = 5000;

export class Head {
  constructor(pane) {
    this.pane = pane;
    this.title = make("h3");
    this.doing = make("p");
    this.sign = make("span", { class: "sign-of-chat" });
    const id = `acts-${pane.phone.id}-${pane.id}`;
    this.dots = drawnButton("round", icon("more"), { "aria-expanded": "false", "aria-controls": id, onclick: () => this.turn() });
    // A press in the menu must not take the focus from it first: some browsers would then close it before the press counts.
    this.acts = make("ul", { class: "acts", id, hidden: true, onmousedown: (event) => event.preventDefault() });
    this.more = make("div", { class: "more", onkeydown: (event) => this.typed(event), onfocusout: (event) => this.left(event) }, this.dots, this.acts);
    this.element = make("header", { class: "head" }, this.sign, make("div", { class: "about-chat" }, this.title, this.doing), this.more);
  }

  redraw() {
    const { kept, world } = this.pane;
    this.sign.replaceChildren(chatSign(kept));
    this.title.textContent = world.titleOf(kept);
    name(this.dots, text("more_acts"));
    if (!this.doing.classList.contains("busy")) this.rest();
    const acts = this.possible();
    this.more.hidden = !acts.length;
    const open = !this.acts.hidden && acts.length > 0;
    this.acts.replaceChildren(...acts.map(([key, done]) => make("li", {}, make("button", { type: "button", onclick: done }, text(key)))));
    this.turn(open);
  }

  /** List what this person can do to the bot's place in this chat, as keys of texts and acts. */
  possible() {
    const { kept, person, phone, id } = this.pane;
    const choose = (key, details) => [key, () => this.done(key, { who: phone.id, ...details })];
    if (isPrivate(kept)) return person.status === "member" ? [choose("block", {})] : [];
    if (kept.owner !== phone.id) return [];
    return [choose(hasBot(kept) ? "remove" : "admit", { chat: id })];
  }

  async done(key, details) {
    this.turn(false);
    this.dots.focus();
    await act(key, details);
  }

  turn(open = this.acts.hidden) {
    this.acts.hidden = !open;
    this.dots.setAttribute("aria-expanded", String(open));
  }

  typed(event) {
    if (event.key !== "Escape" || this.acts.hidden) return;
    this.turn(false);
    this.dots.focus();
  }

  left(event) {
    if (!this.more.contains(event.relatedTarget)) this.turn(false);
  }

  busy() {
    this.doing.textContent = text("typing");
    this.doing.classList.add("busy");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), BUSY_FOR);
  }

  rest() {
    clearTimeout(this.resting);
    this.doing.textContent = this.kind();
    this.doing.classList.remove("busy");
  }

  kind() {
    const { kept, person } = this.pane;
    if (isPrivate(kept)) return text(person.status === "kicked" ? "bot_blocked" : "bot");
    return isChannel(kept) ? text("channel") : counted("group", kept.members.length + (hasBot(kept) ? 1 : 0));
  }
}
