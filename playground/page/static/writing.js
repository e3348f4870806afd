// The line one writes in, the message it replies to, and the menu of commands above it.

import { Commands } from "./commands.js";
import { drawnButton, make, name } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./language.js";

export class Writing {
  constructor(pane) {
    this.pane = pane;
    this.reply = null;
    this.commands = new Commands(`commands-${pane.phone.id}-${pane.id}`, (words) => this.choose(words), () => this.line.focus());
    this.quoted = make("p");
    this.drop = drawnButton("round", icon("close"), { onclick: () => this.replyTo(null) });
    this.replying = make("div", { class: "replying", hidden: true }, this.quoted, this.drop);
    this.line = make("textarea", { rows: "1", maxlength: "4096", oninput: () => this.filter(), onkeydown: (event) => this.typed(event) });
    this.send = make("button", { class: "send" }, icon("send"));
    const row = make("div", { class: "row" }, this.commands.slash, this.line, this.send);
    this.element = make("form", { class: "writing", onsubmit: (event) => this.submit(event) }, this.replying, row);
    for (const part of [this.element, this.commands.element]) part.addEventListener("focusout", (event) => this.left(event));
  }

  redraw() {
    const { person, id } = this.pane;
    this.commands.redraw(person.commands[id] ?? []);
    this.line.setAttribute("aria-label", text("write"));
    this.line.placeholder = text("write");
    name(this.send, text("send"));
    name(this.drop, text("cancel"));
    this.showReply();
  }

  /** Choose the message that what is written answers; null for none. */
  replyTo(said) {
    this.reply = said;
    this.showReply();
    this.line.focus();
  }

  /** Answer a message no more that has been deleted. */
  forget(id) {
    if (this.reply?.id !== id) return;
    this.reply = null;
    this.showReply();
  }

  showReply() {
    this.replying.hidden = this.reply === null;
    if (this.reply === null) return;
    const words = this.reply.text || this.reply.file?.name || "";
    this.quoted.replaceChildren(make("b", {}, text("replying", { name: this.reply.name })), make("span", {}, words));
  }

  filter() {
    const begun = /^\/(\w*)$/.exec(this.line.value);
    this.commands.show(begun !== null, begun?.[1]);
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === "Escape") {
      if (this.commands.element.hidden && this.reply) this.replyTo(null);
      this.commands.show(false);
    } else if (event.key === "ArrowUp" && !this.commands.element.hidden) {
      event.preventDefault();
      this.commands.enter();
    }
  }

  choose(words) {
    this.line.value = "";
    this.commands.show(false);
    this.line.focus();
    this.pane.write(words);
  }

  /** Send; the line is free for the next words at once, and gets the old ones back if they did not go. */
  async submit(event) {
    event.preventDefault();
    const { value: written } = this.line;
    const { reply } = this;
    if (!written.trim()) return;
    this.line.value = "";
    this.commands.show(false);
    this.replyTo(null);
    if ((await this.pane.write(written, reply?.id)) === null && !this.line.value) this.resume({ words: written, reply });
  }

  /** Put the menu away when the visitor turns to something else. */
  left({ relatedTarget }) {
    if (!this.element.contains(relatedTarget) && !this.commands.element.contains(relatedTarget)) this.commands.show(false);
  }

  draft() {
    return { words: this.line.value, reply: this.reply, focused: document.activeElement === this.line };
  }

  resume({ words, reply }) {
    this.line.value = words;
    this.reply = reply;
    this.showReply();
  }
}
