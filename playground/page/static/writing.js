// The line one writes in, with the menu of the bot's commands: by the button or by typing a slash.

import { make } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./texts.js";

export class Writing {
  constructor(phone) {
    this.phone = phone;
    this.commands = [];
    const id = `commands-${phone.id}`;
    this.menu = make("ul", { class: "commands", id, hidden: true, onkeydown: (event) => this.moveInMenu(event) });
    this.slash = make("button", { type: "button", class: "slash", "aria-expanded": "false", "aria-controls": id, onclick: () => this.toggle() }, "/");
    this.line = make("textarea", { rows: "1", maxlength: "4096", oninput: () => this.filter(), onkeydown: (event) => this.typed(event) });
    this.send = make("button", { class: "send" }, icon("send"));
    this.element = make("form", { class: "writing", onsubmit: (event) => this.submit(event) }, this.slash, this.line, this.send);
  }

  redraw(commands) {
    this.commands = commands;
    this.slash.setAttribute("aria-label", text("commands"));
    this.menu.setAttribute("aria-label", text("commands"));
    this.line.setAttribute("aria-label", text("write"));
    this.line.placeholder = text("write");
    this.send.setAttribute("aria-label", text("send"));
    this.slash.hidden = !commands.length;
    this.show(false);
  }

  /** Show the commands that begin with what was typed, or hide them all. */
  show(open, begun = "") {
    const fitting = open ? this.commands.filter(({ command }) => command.startsWith(begun)) : [];
    this.menu.replaceChildren(...fitting.map((each) => this.item(each)));
    this.menu.hidden = !fitting.length;
    this.slash.setAttribute("aria-expanded", String(fitting.length > 0));
  }

  item({ command, description }) {
    const choose = () => {
      this.line.value = "";
      this.show(false);
      this.line.focus();
      this.phone.write(`/${command}`);
    };
    return make("li", {}, make("button", { type: "button", onclick: choose }, make("b", {}, `/${command}`), make("span", {}, description)));
  }

  toggle() {
    this.show(this.menu.hidden);
    this.menu.querySelector("button")?.focus();
  }

  filter() {
    const begun = /^\/(\w*)$/.exec(this.line.value);
    this.show(begun !== null, begun?.[1]);
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === "Escape") {
      this.show(false);
    } else if (event.key === "ArrowUp" && !this.menu.hidden) {
      event.preventDefault();
      this.menu.lastElementChild.firstElementChild.focus();
    }
  }

  moveInMenu(event) {
    const item = event.target.closest("li");
    const steps = { ArrowUp: item?.previousElementSibling, ArrowDown: item?.nextElementSibling };
    if (event.key === "Escape") {
      this.show(false);
      this.line.focus();
    } else if (event.key in steps) {
      event.preventDefault();
      (steps[event.key]?.firstElementChild ?? this.line).focus();
    }
  }

  submit(event) {
    event.preventDefault();
    const written = this.line.value;
    if (!written.trim()) return;
    this.line.value = "";
    this.show(false);
    this.phone.write(written);
  }
}
