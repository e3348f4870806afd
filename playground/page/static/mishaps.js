// What can go wrong between bot and Telegram, planned by a press, what did go wrong, and the way back to the beginning.

import { act } from "./acts.js";
import { confirmReset } from "./dialogs.js";
import { speak, the } from "./dom.js";
import { hour, text } from "./language.js";

const KINDS = ["flood", "cut"];
const REMEMBERED_FOR = 60_000;

export class Mishaps {
  constructor(clock) {
    this.clock = clock;
    this.planned = {};
    this.struck = null;
    this.over = false;
    clock.watch(() => this.draw());
    for (const kind of KINDS) the(kind).addEventListener("click", () => act("mishap", { kind, on: !this.planned[kind] }));
    the("reset").addEventListener("click", async () => {
      if (await confirmReset()) act("reset");
    });
  }

  /** Show what is planned, and what struck; a mishap that has happened is no longer pressed. */
  set({ struck = null, ...planned }) {
    this.planned = planned;
    for (const kind of KINDS) the(kind).setAttribute("aria-pressed", String(planned[kind]));
    if (JSON.stringify(struck) === JSON.stringify(this.struck)) return;
    this.struck = struck;
    this.over = false;
    this.draw();
    if (this.words()) speak(this.words());
  }

  /** The bot has been heard since: what struck is over. */
  pass() {
    this.over = true;
    this.draw();
  }

  draw() {
    if (the("struck").textContent !== this.words()) the("struck").textContent = this.words();
  }

  words() {
    const { struck, over, clock } = this;
    if (!struck || over || !clock.told || clock.now() - struck.at >= REMEMBERED_FOR) return "";
    const what = text(`struck.${struck.kind}`, { when: hour(struck.at, true) });
    return [what, text("tries_again"), ...(clock.told.running ? [] : [text("clock_stands")])].join(" ");
  }
}
