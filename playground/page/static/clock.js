// The clock of the world: shown in Warsaw's time, run and paused, moved by an hour, by a day, to what falls due next.

import { act } from "./acts.js";
import { speak, the } from "./dom.js";
import { icon } from "./icons.js";
import { moment, text } from "./texts.js";

export class Clock {
  constructor() {
    this.told = null;
    this.hands = the("clock").querySelector(".hands");
    the("running").addEventListener("click", () => act(this.told.running ? "pause" : "run"));
    the("next").addEventListener("click", () => this.move("next"));
    for (const button of this.hands.querySelectorAll("[data-pass]")) {
      button.addEventListener("click", () => this.move("pass", { minutes: Number(button.dataset.pass) }));
    }
    setInterval(() => this.draw(), 500);
  }

  set(told) {
    this.told = { ...told, since: performance.now() };
    this.redraw();
  }

  now() {
    const passed = this.told.running ? (performance.now() - this.told.since) * this.told.speed : 0;
    return this.told.now + passed;
  }

  draw() {
    if (!this.told) return;
    const shown = the("now");
    const words = moment(this.now(), true);
    if (shown.textContent === words) return;
    shown.textContent = words;
    shown.dateTime = new Date(this.now()).toISOString();
  }

  redraw() {
    if (!this.told) return;
    const turn = this.told.running ? "pause" : "run";
    the("running").replaceChildren(icon(turn), text(turn));
    this.draw();
  }

  async move(name, details = {}) {
    if (this.hands.ariaBusy === "true") return;
    this.hands.ariaBusy = "true";
    const answer = await act(name, details);
    this.hands.ariaBusy = "false";
    if (answer === null) return;
    const words = answer.came === false ? text("nothing_due") : "";
    the("news").textContent = words;
    speak(words || text("now_is", { when: moment(this.now()) }));
  }
}
