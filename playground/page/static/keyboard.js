// The bot's keyboard below the writing line: keys that write their words, and keys that ask for a chat.

import { act } from "./acts.js";
import { chatSign } from "./avatar.js";
import { drawnButton, make, name } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./language.js";
import { isChannel, isGroup } from "./world.js";

export class Keyboard {
  constructor(pane) {
    this.pane = pane;
    this.keys = make("div", { class: "keyboard", role: "group" });
    this.choice = make("div", { class: "choice", role: "group", hidden: true, onkeydown: (event) => event.key === "Escape" && this.close() });
    this.element = make("div", { class: "below" }, this.choice, this.keys);
  }

  redraw() {
    const rows = this.pane.kept.keys;
    this.keys.setAttribute("aria-label", text("keyboard"));
    this.choice.setAttribute("aria-label", text("choose_chat"));
    const fresh = JSON.stringify([rows, text("keyboard")]);
    this.element.hidden = !rows.length;
    if (fresh === this.drawn) return;
    this.drawn = fresh;
    this.choice.hidden = true;
    this.keys.replaceChildren(...rows.map((row) => make("div", {}, ...row.map((key) => this.key(key)))));
  }

  key({ text: words, request }) {
    const press = () => (request === null ? this.pane.write(words) : this.choose(request));
    return make("button", { type: "button", onclick: press }, words);
  }

  /** Show the chats that fit what the bot asks for. */
  choose(request) {
    const { world, phone } = this.pane;
    this.opener = document.activeElement;
    const fits = world.chatsOf(phone.id).filter(request.channel ? isChannel : isGroup);
    const close = drawnButton("round", icon("close"), { onclick: () => this.close() });
    name(close, text("cancel"));
    const head = make("div", { class: "choice-head" }, make("span", {}, text(fits.length ? "choose_chat" : "no_chat")), close);
    this.choice.replaceChildren(head, ...fits.map((chat) => this.fitting(chat, request)));
    this.choice.hidden = false;
    this.choice.querySelector(".fitting, .round").focus();
  }

  fitting(chat, request) {
    const share = () => {
      this.close();
      return act("share", { who: this.pane.phone.id, chat: chat.id, request: request.id });
    };
    return make("button", { type: "button", class: "fitting", onclick: share }, chatSign(chat), chat.title);
  }

  close() {
    this.choice.hidden = true;
    this.opener?.focus();
  }
}
