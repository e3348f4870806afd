// What can go wrong between bot and Telegram, planned by a press, and the way back to the beginning.

import { act } from "./acts.js";
import { confirmReset } from "./dialogs.js";
import { the } from "./dom.js";

const KINDS = ["flood", "cut"];

export class Mishaps {
  constructor() {
    this.planned = {};
    for (const kind of KINDS) the(kind).addEventListener("click", () => act("mishap", { kind, on: !this.planned[kind] }));
    the("reset").addEventListener("click", async () => {
      if (await confirmReset()) act("reset");
    });
  }

  /** Show what is planned; a mishap that has happened is no longer pressed. */
  set(planned) {
    this.planned = planned;
    for (const kind of KINDS) the(kind).setAttribute("aria-pressed", String(planned[kind]));
  }
}
