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
    // The menu is seen above the line, and comes after it: there the Tab key leads.
    const parts = [this.replying, this.commands.slash, this.line, this.commands.element, this.send];
    this.element = make("form", { class: "writing", onsubmit: (event) => this.submit(event), onfocusout: (event) => this.left(event) }, ...parts);
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
    const begun = this.begun();
    this.commands.show(begun !== null, begun ?? "");
  }

  /** Return what follows a slash when there is nothing else in the line; null otherwise. */
  begun() {
    return /^\/(\w*)$/.exec(this.line.value)?.[1] ?? null;
  }

  /** Take the command that is offered for one that is unfinished, else send what is written. */
  enter() {
    const begun = this.begun();
    const offered = begun === null ? null : this.commands.completion(begun);
    if (offered === null) this.element.requestSubmit();
    else this.choose(offered);
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.enter();
    } else if (event.key === "Escape") {
      if (this.commands.element.hidden && this.reply) this.replyTo(null);
      this.commands.show(false);
    } else if (/^Arrow(Up|Down)$/.test(event.key) && !this.commands.element.hidden) {
      event.preventDefault();
      this.commands.enter(event.key === "ArrowUp");
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
    if (!this.element.contains(relatedTarget)) this.commands.show(false);
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
