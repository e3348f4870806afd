// The messages of one phone: kept in order, drawn once each, and scrolled as people expect.

import { make } from "./dom.js";
import { message } from "./message.js";
import { day, text } from "./texts.js";

const NEAR = 90;

export class Chat {
  constructor(phone) {
    this.phone = phone;
    this.said = new Map();
    this.list = make("ol", { class: "messages", role: "list", lang: phone.shown.language || null });
    this.scroll = make("div", { class: "scroll", tabindex: "0", role: "region", onscroll: () => this.noticeScroll() }, this.list);
    this.newest = make("button", { type: "button", class: "newest", hidden: true, onclick: () => this.toEnd() });
    this.element = make("div", { class: "chat" }, this.scroll, this.newest);
  }

  /** Draw everything anew: at the beginning, and in another language. */
  redraw(about) {
    this.scroll.setAttribute("aria-label", text("chat", { name: this.phone.name }));
    this.newest.textContent = text("newest");
    this.list.replaceChildren();
    this.lastDay = "";
    if (!this.said.size && about) this.list.append(make("li", { class: "about" }, make("h4", {}, text("about")), about));
    for (const said of this.said.values()) this.list.append(...this.drawn(said));
    this.toEnd();
  }

  add(said) {
    const follow = said.mine || this.nearEnd();
    if (!this.said.size) this.list.replaceChildren();
    this.said.set(said.id, said);
    this.list.append(...this.drawn(said));
    if (follow) this.toEnd();
    else this.newest.hidden = false;
  }

  change(said) {
    const old = this.find(said.id);
    if (!old) return;
    const follow = this.nearEnd();
    const focused = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
    const fresh = message(said, this.phone);
    this.said.set(said.id, said);
    old.replaceWith(fresh);
    if (focused >= 0) this.focusKey(fresh, focused);
    if (follow) this.toEnd();
  }

  remove(id) {
    const element = this.find(id);
    if (element?.contains(document.activeElement)) this.scroll.focus();
    element?.remove();
    this.said.delete(id);
  }

  /** Take the waiting sign off all buttons. */
  answer() {
    for (const key of this.list.querySelectorAll("[aria-busy]")) key.removeAttribute("aria-busy");
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.newest.hidden = true;
  }

  drawn(said) {
    const drawn = [];
    const today = day(said.at);
    if (today !== this.lastDay) drawn.push(make("li", { class: "day" }, today));
    this.lastDay = today;
    return [...drawn, message(said, this.phone)];
  }

  /** Keep the focus where it was when a message is replaced under it. */
  focusKey(element, index) {
    const keys = element.querySelectorAll(".key");
    (keys[index] ?? keys[0] ?? this.scroll).focus();
  }

  find(id) {
    return this.list.querySelector(`[data-message="${id}"]`);
  }

  nearEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
  }

  noticeScroll() {
    if (this.nearEnd()) this.newest.hidden = true;
  }
}
