// A choice among a person's chats: for a key that asks for one, and for words to be passed on.

import { chatSign } from "./avatar.js";
import { drawnButton, make, name } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./language.js";

export class Choice {
  constructor(world) {
    this.world = world;
    this.element = make("div", { class: "choice", role: "group", hidden: true, onkeydown: (event) => event.key === "Escape" && this.close() });
  }

  /** Offer chats; `chosen` is called with the one that is pressed. */
  offer(chats, chosen) {
    this.opener = document.activeElement;
    const close = drawnButton("round", icon("close"), { onclick: () => this.close() });
    name(close, text("cancel"));
    const head = make("div", { class: "choice-head" }, make("span", {}, text(chats.length ? "choose_chat" : "no_chat")), close);
    this.element.setAttribute("aria-label", text("choose_chat"));
    this.element.replaceChildren(head, ...chats.map((chat) => this.fitting(chat, chosen)));
    this.element.hidden = false;
    this.element.querySelector(".fitting, .round").focus();
  }

  fitting(chat, chosen) {
    const choose = () => {
      this.close();
      chosen(chat);
    };
    return make("button", { type: "button", class: "fitting", onclick: choose }, chatSign(chat), this.world.titleOf(chat));
  }

  hide() {
    this.element.hidden = true;
  }

  close() {
    this.hide();
    this.opener?.focus();
  }
}
