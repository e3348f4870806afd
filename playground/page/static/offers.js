// What can be begun in a chat: START, a link that waits to be opened, adding the bot where it is not.

import { act } from "./acts.js";
import { make } from "./dom.js";
import { known, text } from "./language.js";
import { hasBot, isPrivate } from "./world.js";

export class Offers {
  constructor(pane) {
    this.pane = pane;
    this.element = make("div", { class: "offers" });
  }

  redraw() {
    const offers = isPrivate(this.pane.kept) ? this.toBegin() : this.toAdmit();
    this.element.replaceChildren(...offers);
  }

  toBegin() {
    const { status, links } = this.pane.person;
    const offers = links.map(({ payload, kind }) => offer(text(known(`link.${kind}`, "link.other")), text("open_link"), () => this.start(payload)));
    if (status === "member") return offers;
    const begin = make("button", { type: "button", onclick: () => this.start("") }, text(status === "left" ? "begin" : "again"));
    return [...offers, make("div", { class: "begin" }, begin)];
  }

  toAdmit() {
    const { kept, phone, id } = this.pane;
    if (hasBot(kept) || kept.owner !== phone.id) return [];
    return [offer(text("bot_outside"), text("admit"), () => act("admit", { who: phone.id, chat: id }))];
  }

  start(payload) {
    return act("start", { who: this.pane.phone.id, payload });
  }
}

function offer(words, label, done) {
  return make("div", { class: "offer" }, make("span", {}, words), make("button", { type: "button", onclick: done }, label));
}
