// The calls between Telegram and the bot, newest at the bottom, and the way back to it.

import { line } from "./call.js";
import { the } from "./dom.js";

const MOST = 300;
const NEAR = 60;

export class Calls {
  constructor() {
    this.kept = [];
    this.list = the("calls-list");
    this.scroll = the("calls-scroll");
    this.newest = the("calls-newest");
    this.scroll.addEventListener("scroll", () => this.markPlace());
    this.newest.addEventListener("click", () => {
      this.toEnd();
      this.scroll.focus();
    });
    the("calls-open").addEventListener("click", () => this.turn(the("calls").hidden));
    the("calls-close").addEventListener("click", () => {
      this.turn(false);
      the("calls-open").focus();
    });
  }

  turn(open) {
    the("calls").hidden = !open;
    the("calls-open").setAttribute("aria-pressed", String(open));
    document.body.classList.toggle("with-calls", open);
    this.redraw();
    if (open) the("calls").scrollIntoView({ block: "nearest" });
  }

  meet(calls) {
    this.kept = [...calls];
    this.redraw();
  }

  hear(call) {
    this.kept.push(call);
    if (this.kept.length > MOST) this.kept.shift();
    if (the("calls").hidden) return;
    const follow = this.atEnd();
    the("calls-none").hidden = true;
    this.list.append(this.line(call));
    if (this.list.children.length > MOST) this.list.firstElementChild.remove();
    if (follow) this.toEnd();
  }

  redraw() {
    if (the("calls").hidden) return this.list.replaceChildren();
    the("calls-none").hidden = this.kept.length > 0;
    this.list.replaceChildren(...this.kept.map((call) => this.line(call)));
    this.toEnd();
  }

  line(call) {
    return line(call, (item) => this.show(item));
  }

  /** Bring what was unfolded into view, from its beginning when it is longer than the view. */
  show(item) {
    const fits = item.clientHeight <= this.scroll.clientHeight;
    if (item.querySelector("details").open) item.scrollIntoView({ block: fits ? "nearest" : "start" });
    this.markPlace();
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  toEnd() {
    this.scroll.scrollTop = 1e7;
    this.newest.hidden = true;
  }

  markPlace() {
    this.newest.hidden = this.atEnd();
  }
}
