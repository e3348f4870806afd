// The menu of the bot's commands: opened by its button or by typing a slash, walked through with arrows.

import { make } from "./dom.js";
import { text } from "./language.js";

export class Commands {
  /** `chosen` is called with a command; `left` when the visitor goes back to the line. */
  constructor(id, chosen, left) {
    this.chosen = chosen;
    this.left = left;
    this.offered = [];
    this.element = make("ul", { class: "commands", id, hidden: true, onkeydown: (event) => this.typed(event), onmousedown: (event) => event.preventDefault() });
    this.slash = make("button", { type: "button", class: "slash", "aria-expanded": "false", "aria-controls": id, onclick: () => this.toggle() }, "/");
  }

  redraw(offered) {
    const open = !this.element.hidden && JSON.stringify(offered) === JSON.stringify(this.offered);
    this.offered = offered;
    this.slash.setAttribute("aria-label", text("commands"));
    this.element.setAttribute("aria-label", text("commands"));
    this.slash.hidden = !offered.length;
    if (!open) this.show(false);
  }

  /** Show the commands that begin with what was typed, or hide them all. */
  show(open, begun = "") {
    const fitting = open ? this.offered.filter(({ command }) => command.startsWith(begun)) : [];
    this.element.replaceChildren(...fitting.map((each) => this.item(each)));
    this.element.hidden = !fitting.length;
    this.slash.setAttribute("aria-expanded", String(fitting.length > 0));
  }

  item({ command, description }) {
    const choose = () => this.chosen(`/${command}`);
    return make("li", {}, make("button", { type: "button", onclick: choose }, make("b", {}, `/${command}`), make("span", {}, description)));
  }

  toggle() {
    this.show(this.element.hidden);
    this.element.querySelector("button")?.focus();
  }

  /** Come in from the line below, at the first command or the last. */
  enter(last) {
    this.element[last ? "lastElementChild" : "firstElementChild"].firstElementChild.focus();
  }

  /** Find the command on top of the menu that finishes what was begun; null when that is a command already. */
  completion(begun) {
    if (this.element.hidden || this.offered.some(({ command }) => command === begun)) return null;
    return `/${this.offered.find(({ command }) => command.startsWith(begun)).command}`;
  }

  typed(event) {
    const item = event.target.closest("li");
    const steps = { ArrowUp: item?.previousElementSibling, ArrowDown: item?.nextElementSibling };
    if (event.key === "Escape") {
      this.show(false);
      this.left();
    } else if (event.key in steps) {
      event.preventDefault();
      const next = steps[event.key]?.firstElementChild;
      if (next) next.focus();
      else if (event.key === "ArrowDown") this.left();
    }
  }
}
