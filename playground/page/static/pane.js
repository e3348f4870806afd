// One chat on one phone: its head, messages, what can be begun there, the keyboard below and the line to write in.

import { act } from "./acts.js";
import { Chat } from "./chat.js";
import { Choice } from "./choice.js";
import { make } from "./dom.js";
import { Head } from "./head.js";
import { focusIn } from "./heir.js";
import { Keyboard } from "./keyboard.js";
import { text } from "./language.js";
import { Offers } from "./offers.js";
import { paneId, tabId } from "./tabs.js";
import { isChannel, isPrivate, mayWrite } from "./world.js";
import { Writing } from "./writing.js";

export class Pane {
  constructor(phone, id) {
    this.phone = phone;
    this.id = id;
    this.world = phone.world;
    this.head = new Head(this);
    this.chat = new Chat(this);
    this.offers = new Offers(this);
    this.choice = new Choice(this.world);
    this.keyboard = new Keyboard(this);
    this.writing = new Writing(this);
    this.quiet = make("p", { class: "quiet" });
    const attributes = { class: "pane", role: "tabpanel", id: paneId(phone.id, id), "aria-labelledby": tabId(phone.id, id) };
    const below = [this.offers.element, this.writing.element, this.choice.element, this.keyboard.element, this.quiet];
    this.element = make("div", attributes, this.head.element, this.chat.element, ...below);
  }

  get kept() {
    return this.world.chats.get(this.id);
  }

  get person() {
    return this.phone.person;
  }

  get mayWrite() {
    return mayWrite(this.person, this.kept);
  }

  /** Show everything anew: at the beginning, and in another language. */
  redraw() {
    this.couldWrite = this.mayWrite;
    this.chat.redraw();
    this.choice.hide();
    this.update();
  }

  /** Take over what changed about chat or person; the messages stay as they are. */
  update() {
    const inside = this.element.contains(document.activeElement);
    // Elsewhere than in a private chat, who may write can reply to every message; an empty chat says what the bot can do.
    const replies = this.couldWrite !== this.mayWrite && !isPrivate(this.kept);
    if (replies || !this.kept.said.size) this.chat.redraw();
    this.couldWrite = this.mayWrite;
    this.element.classList.toggle("closed", !this.mayWrite);
    this.head.redraw();
    this.offers.redraw();
    this.keyboard.redraw();
    this.writing.redraw();
    this.writing.element.hidden = !this.mayWrite;
    this.keyboard.element.hidden ||= !this.mayWrite;
    this.quiet.hidden = this.mayWrite || !isChannel(this.kept);
    this.quiet.textContent = this.quiet.hidden ? "" : text("read_only");
    const { activeElement: focused } = document;
    if (inside && (!this.element.contains(focused) || !focused.checkVisibility())) this.refocus();
  }

  /** Find the focus a place when the one it had is gone. */
  refocus() {
    if (this.mayWrite) this.writing.line.focus();
    else (this.offers.element.querySelector("button") ?? this.chat.scroll).focus();
  }

  /** Go back to the button that was pressed, or near it: the message may have changed since. */
  returnToPressed() {
    const item = this.chat.find(this.pressed?.message);
    if (item) focusIn(item, this.pressed.label);
    else this.chat.scroll.focus();
  }

  hear(said) {
    if (said.sender !== this.phone.id) this.rest();
    this.chat.add(said);
  }

  forget(id) {
    this.chat.remove(id);
    this.writing.forget(id);
  }

  rest() {
    this.head.rest();
  }

  leadsToBot(address) {
    return this.world.leadsToBot(address);
  }

  follow(link) {
    return this.phone.follow(link);
  }

  write(words, reply = null) {
    return act("write", { who: this.phone.id, chat: this.id, text: words, ...(reply === null ? {} : { reply }) });
  }

  async press(message, { label, data }) {
    this.pressed = { message, label };
    if ((await act("press", { who: this.phone.id, chat: this.id, message, data })) === null) this.chat.answer();
  }

  /** Let the person choose the chat in which to pass words on. */
  share(words) {
    const fits = this.world.chatsOf(this.phone.id).filter((chat) => mayWrite(this.person, chat));
    this.choice.offer(fits, (chat) => this.phone.passOn(chat.id, words));
  }

  async forward(message) {
    if ((await act("forward", { who: this.phone.id, chat: this.id, message })) !== null) this.phone.show(this.phone.id);
  }

  toast(words) {
    this.phone.toast(words);
  }
}
