// The messages of one chat on one phone: kept in order, drawn once each, and scrolled as people expect.

import { make } from "./dom.js";
import { focusIn, labelOf } from "./heir.js";
import { day, text } from "./language.js";
import { message } from "./message.js";
import { Stops } from "./stops.js";
import { isPrivate } from "./world.js";

const NEAR = 90;
const SHEET = 40;

export class Chat {
  constructor(pane) {
    this.pane = pane;
    this.following = true;
    this.at = 0;
    const kind = isPrivate(pane.kept) ? "messages" : "messages shared";
    this.list = make("div", { class: kind, lang: pane.person.language || null });
    this.stops = new Stops(this.list);
    this.scroll = make("div", { class: "scroll", tabindex: "0", role: "region", onscroll: () => this.noticeScroll() }, this.list);
    this.newest = make("button", { type: "button", class: "newest", hidden: true, onclick: () => this.goToEnd() });
    this.element = make("div", { class: "chat" }, this.scroll, this.newest);
    // Whatever changes the height – a message, a picture that has come, a quote unfolded, a wider window – the end stays the end.
    const keeper = new ResizeObserver(() => this.following && this.land());
    keeper.observe(this.list);
    keeper.observe(this.scroll);
  }

  get said() {
    return this.pane.kept.said;
  }

  /** Draw everything anew: at the beginning, and in another language. */
  redraw() {
    const { person, world, kept } = this.pane;
    this.scroll.setAttribute("aria-label", text("chat", { name: person.name, chat: world.titleOf(kept) }));
    this.newest.textContent = text("newest");
    this.lastDay = "";
    this.last = null;
    this.stops.stop = null;
    this.sheet = null;
    const about = this.said.size || !isPrivate(kept) || !person.about ? [] : [make("div", { class: "about" }, make("h4", {}, text("about")), person.about)];
    this.list.replaceChildren(...about);
    for (const said of this.said.values()) this.append(said);
    this.stops.follow(this.sheet?.lastElementChild);
    this.toEnd();
  }

  /** Put a message at the end, on a sheet of at most forty: a long chat is then laid out by sheets, most of them out of sight. */
  append(said) {
    for (const item of this.drawn(said)) {
      if (!this.sheet || this.sheet.childElementCount >= SHEET) {
        this.sheet = make("ol", { class: "sheet", role: "list" });
        this.list.append(this.sheet);
      }
      this.sheet.append(item);
    }
  }

  add(said) {
    this.list.querySelector(":scope > .about")?.remove();
    this.append(said);
    this.stops.follow(this.sheet.lastElementChild);
    // Whoever is at the end already is kept there by the observer above.
    if (said.sender === this.pane.phone.id) this.toEnd();
    else this.newest.hidden = this.following;
  }

  change(said) {
    const old = this.find(said.id);
    if (!old) return;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const fresh = message(said, this.pane, old.classList.contains("again"));
    old.replaceWith(fresh);
    this.stops.replace(old, fresh);
    if (focused) focusIn(fresh, labelOf(focused));
  }

  remove(id) {
    const element = this.find(id);
    if (element?.contains(document.activeElement)) this.scroll.focus();
    if (this.stops.stop === element) this.stops.stop = null;
    element?.remove();
  }

  /** Take the waiting sign off all buttons. */
  answer() {
    for (const key of this.list.querySelectorAll("[aria-busy]")) key.removeAttribute("aria-busy");
  }

  toEnd() {
    this.following = true;
    this.newest.hidden = true;
    this.land();
  }

  goToEnd() {
    this.toEnd();
    this.scroll.focus();
  }

  /** Scroll by a number no chat reaches: asking for the true height would lay the chat out once more. */
  land() {
    this.scroll.scrollTop = 1e7;
  }

  /** Come back to where the visitor was when the chat was last seen. */
  settle() {
    this.scroll.scrollTop = this.following ? 1e7 : this.at;
  }

  drawn(said) {
    const drawn = [];
    const today = day(said.at);
    if (today !== this.lastDay) drawn.push(make("li", { class: "day" }, today));
    const again = today === this.lastDay && said.note === null && this.last?.note === null && this.last.sender === said.sender;
    this.lastDay = today;
    this.last = said;
    return [...drawn, message(said, this.pane, again)];
  }

  find(id) {
    return this.list.querySelector(`[data-message="${id}"]`);
  }

  noticeScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    if (!clientHeight) return;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Only a visitor scrolls up; what has just been added only makes the end further away.
    this.following = near || (this.following && scrollTop >= this.at);
    this.at = scrollTop;
    if (this.following) this.newest.hidden = true;
  }
}
