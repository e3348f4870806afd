// One phone: a person and the chats they have open in it, one at a time.

import { act } from "./acts.js";
import { avatar } from "./avatar.js";
import { alert } from "./dialogs.js";
import { make, speak } from "./dom.js";
import { text } from "./language.js";
import { Pane } from "./pane.js";
import { Tabs } from "./tabs.js";

export class Phone {
  constructor(id, world, unread) {
    this.id = id;
    this.world = world;
    this.unread = unread;
    this.panes = new Map();
    this.open = id;
    this.visible = false;
    this.owner = make("h2", { class: "owner", id: `owner-${id}` });
    this.tabs = new Tabs(this);
    this.toasts = make("div", { class: "toasts", "aria-hidden": "true" });
    this.screen = make("div", { class: "screen" }, this.tabs.element, this.toasts);
    this.element = make("section", { class: "phone", "aria-labelledby": `owner-${id}`, "data-person": id }, this.owner, this.screen);
    this.redraw();
  }

  get person() {
    return this.world.people.get(this.id);
  }

  /** Show everything anew, in the language of the page. */
  redraw() {
    const role = make("span", {}, text(this.person.role));
    this.owner.replaceChildren(avatar(this.person, this.world.hueOf(this.id)), this.person.name, role);
    this.tabs.redraw();
    for (const pane of this.panes.values()) pane.redraw();
  }

  /** Come into the window or leave it; a phone that comes shows its chat to the end. */
  appear(visible) {
    this.visible = visible;
    if (visible) this.show(this.open);
  }

  /** Put the open chat where it was before its phone left the window. */
  settle() {
    this.panes.get(this.open)?.chat.settle();
    this.tabs.reveal();
  }

  /** Go to where one writes, or begins. */
  focus() {
    this.panes.get(this.open).refocus();
  }

  show(chat) {
    this.open = this.world.chatsOf(this.id).some(({ id }) => id === chat) ? chat : this.id;
    if (!this.panes.has(this.open)) this.draw(this.open);
    for (const [id, pane] of this.panes) pane.element.hidden = id !== this.open;
    this.unread.clear(this.id, this.open);
    this.tabs.redraw();
    this.settle();
  }

  draw(chat) {
    const pane = new Pane(this, chat);
    this.panes.set(chat, pane);
    this.screen.insertBefore(pane.element, this.toasts);
    pane.redraw();
  }

  /** Take over what changed about the person or one of their chats. */
  update(chat = null) {
    if (this.visible && !this.world.chatsOf(this.id).some(({ id }) => id === this.open)) this.show(this.id);
    this.tabs.redraw();
    for (const [id, pane] of this.panes) if (chat === null || id === chat) pane.update();
  }

  /** Hear a message of one of one's chats, already kept by the world. */
  hear(said) {
    this.panes.get(said.chat)?.hear(said);
    const seen = this.visible && this.open === said.chat;
    if (!seen && said.sender !== this.id && said.note === null) this.unread.note(this.id, said.chat);
  }

  /** Follow a deep link of the bot, in the private chat. */
  async follow(link) {
    this.show(this.id);
    await act("open", { who: this.id, link });
    this.panes.get(this.id).rest();
  }

  /** Write words in another chat, which opens; what could not be sent waits in its line. */
  async passOn(chat, words) {
    this.show(chat);
    this.focus();
    const { writing } = this.panes.get(chat);
    if ((await writing.pane.write(words)) === null) writing.resume({ words, reply: null });
  }

  /** Show the bot's answer to a press; an answer without words only takes the waiting sign away. */
  answered({ text: words, alert: waits, url }) {
    for (const pane of this.panes.values()) pane.chat.answer();
    if (url) this.follow(url.startsWith("t.me") ? `https://${url}` : url);
    if (!words) return;
    if (waits) alert(this.person.name, words, () => this.panes.get(this.open)?.returnToPressed());
    else this.toast(words);
  }

  toast(words) {
    const shown = make("p", { lang: this.person.language || null }, words);
    this.toasts.replaceChildren(shown);
    setTimeout(() => shown.remove(), Math.max(4000, words.length * 70));
    speak(text("flashed", { name: this.person.name, text: words }));
  }

  /** Remember what a break in the stream must not take: the open chat, what was typed, where the focus was. */
  memory() {
    const drafts = new Map([...this.panes].map(([id, pane]) => [id, pane.writing.draft()]));
    return { open: this.open, drafts };
  }

  remember({ open, drafts } = { open: this.id, drafts: new Map() }) {
    for (const chat of this.world.chatsOf(this.id)) {
      const draft = drafts.get(chat.id);
      if (!draft?.words && !draft?.reply && !draft?.focused) continue;
      if (!this.panes.has(chat.id)) this.draw(chat.id);
      this.panes.get(chat.id).writing.resume(draft);
    }
    this.open = open;
    if (!this.visible) return;
    this.show(open);
    if (drafts.get(this.open)?.focused) this.panes.get(this.open).writing.line.focus();
  }
}
