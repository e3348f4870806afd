// The chats of a phone as tabs: one of them open, the others marked when something new is there.

import { chatSign } from "./avatar.js";
import { make, unseen } from "./dom.js";
import { counted, text } from "./language.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const MARGIN = 10;

export const tabId = (person, chat) => `tab-${person}-${chat}`;
export const paneId = (person, chat) => `pane-${person}-${chat}`;

export class Tabs {
  constructor(phone) {
    this.phone = phone;
    this.element = make("div", { class: "tabs", role: "tablist", onkeydown: (event) => this.moved(event) });
  }

  redraw() {
    const { world, id } = this.phone;
    const chats = world.chatsOf(id);
    const focused = this.element.contains(document.activeElement);
    this.element.setAttribute("aria-label", text("chats", { name: this.phone.person.name }));
    this.element.replaceChildren(...chats.map((chat) => this.tab(chat)));
    this.element.classList.toggle("single", chats.length < 2);
    if (focused) this.element.querySelector("[aria-selected=true]")?.focus();
  }

  tab(chat) {
    const { id, open, unread, world } = this.phone;
    const count = unread.in(id, chat.id);
    const attributes = {
      id: tabId(id, chat.id),
      "aria-selected": String(chat.id === open),
      "aria-controls": this.phone.panes.has(chat.id) ? paneId(id, chat.id) : null,
      tabindex: chat.id === open ? "0" : "-1",
      "data-chat": chat.id,
      onclick: () => this.phone.show(chat.id),
    };
    const mark = count ? [make("span", { class: "count", "aria-hidden": "true" }, String(count)), unseen(` ${counted("unread", count)}`)] : [];
    return make("button", { type: "button", role: "tab", ...attributes }, chatSign(chat), make("span", { class: "title" }, world.titleOf(chat)), ...mark);
  }

  /** Scroll to the tab that is open; only sideways, for the page has its own place. */
  reveal() {
    const tab = this.element.querySelector("[aria-selected=true]");
    if (!tab) return;
    const { scrollLeft: from, clientWidth: room } = this.element;
    const [start, end] = [tab.offsetLeft - MARGIN, tab.offsetLeft + tab.offsetWidth + MARGIN];
    if (start < from) this.element.scrollLeft = start;
    else if (end > from + room) this.element.scrollLeft = end - room;
  }

  /** Arrows open the neighbour, Home and End the first and the last: what the pattern for tabs asks for. */
  moved(event) {
    const chats = this.phone.world.chatsOf(this.phone.id).map(({ id }) => id);
    const at = chats.indexOf(this.phone.open);
    const aims = { Home: 0, End: chats.length - 1 };
    const next = aims[event.key] ?? (event.key in STEPS ? (at + STEPS[event.key] + chats.length) % chats.length : null);
    if (next === null) return;
    event.preventDefault();
    this.phone.show(chats[next]);
  }
}
