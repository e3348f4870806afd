// The bot's keyboard below the writing line: keys that write their words, and keys that ask for a chat.

import { act } from "./acts.js";
import { make } from "./dom.js";
import { text } from "./language.js";
import { isChannel, isGroup } from "./world.js";

export class Keyboard {
  constructor(pane) {
    this.pane = pane;
    this.keys = make("div", { class: "keyboard", role: "group" });
    this.element = make("div", { class: "below" }, this.keys);
  }

  redraw() {
    const rows = this.pane.kept.keys;
    this.keys.setAttribute("aria-label", text("keyboard"));
    const fresh = JSON.stringify(rows);
    this.element.hidden = !rows.length;
    if (fresh === this.drawn) return;
    this.drawn = fresh;
    this.pane.choice.hide();
    this.keys.replaceChildren(...rows.map((row) => make("div", {}, ...row.map((key) => this.key(key)))));
  }

  key({ text: words, request }) {
    const press = () => (request === null ? this.pane.write(words) : this.choose(request));
    return make("button", { type: "button", onclick: press }, words);
  }

  /** Show the chats that fit what the bot asks for. */
  choose(request) {
    const { world, phone, choice } = this.pane;
    const fits = world.chatsOf(phone.id).filter(request.channel ? isChannel : isGroup);
    choice.offer(fits, (chat) => act("share", { who: phone.id, chat: chat.id, request: request.id }));
  }
}
