// The clock of the world: shown in Warsaw's time, run and paused, at three paces, moved by an hour, a day, to what is due.

import { act } from "./acts.js";
import { make, speak, the, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { fullDay, hour, moment, text } from "./language.js";

const SPEEDS = [1, 10, 60];

export class Clock {
  constructor() {
    this.told = null;
    this.watchers = [];
    this.hands = the("hands");
    the("running").addEventListener("click", () => act(this.told.running ? "pause" : "run"));
    the("next").addEventListener("click", () => this.move("next"));
    for (const button of this.hands.querySelectorAll("[data-pass]")) {
      button.addEventListener("click", () => this.move("pass", { minutes: Number(button.dataset.pass) }));
    }
    this.speeds = SPEEDS.map((speed) => make("button", { type: "button", onclick: () => act("run", { speed }) }));
    the("speed").append(...this.speeds);
    setInterval(() => this.draw(), 250);
  }

  set(told) {
    this.told = { ...told, since: performance.now(), lost: false };
    this.redraw();
  }

  /** Stand still until the world is heard again: nobody knows what time it is there. */
  lose() {
    if (!this.told) return;
    this.told = { ...this.told, now: this.now(), lost: true };
    this.draw();
  }

  /** Call the watcher now and then while time passes, and whenever the clock is told otherwise. */
  watch(watcher) {
    this.watchers.push(watcher);
  }

  now() {
    const { running, lost, since, speed } = this.told;
    const passed = running && !lost ? (performance.now() - since) * speed : 0;
    return this.told.now + passed;
  }

  draw() {
    if (!this.told) return;
    for (const watcher of this.watchers) watcher();
    const shown = the("now");
    const [today, words] = [fullDay(this.now()), hour(this.now(), true)];
    if (the("today").textContent !== today) the("today").textContent = today;
    if (shown.textContent === words) return;
    shown.textContent = words;
    the("brief-now").textContent = hour(this.now());
    shown.dateTime = new Date(this.now()).toISOString();
  }

  redraw() {
    if (!this.told) return;
    const turn = this.told.running ? "pause" : "run";
    the("running").replaceChildren(icon(turn), text(turn));
    SPEEDS.forEach((speed, at) => {
      const [button, hint] = [this.speeds[at], text(`speed.hint.${speed}`)];
      button.replaceChildren(text(`speed.${speed}`), unseen(` (${hint})`));
      button.title = hint;
      button.setAttribute("aria-pressed", String(speed === this.told.speed));
    });
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
