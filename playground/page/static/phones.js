// The phones: one for each person, and the few of them that the window has room for.

import { the } from "./dom.js";
import { Phone } from "./phone.js";

const TWO = matchMedia("(min-width: 720px)");
const THREE = matchMedia("(min-width: 1700px)");

export class Phones {
  /** `changed` is called whenever other phones are shown; `unread` counts for those that are not. */
  constructor(unread, changed) {
    this.unread = unread;
    this.changed = changed;
    this.all = new Map();
    this.shown = [];
    this.used = [];
    for (const width of [TWO, THREE]) width.addEventListener("change", () => this.fit());
  }

  /** Begin with a world; after a break in the same one everybody goes on where they were. */
  meet(world, goesOn) {
    const memories = new Map([...this.all.values()].map((phone) => [phone.id, phone.memory()]));
    const places = goesOn ? this.shown : [];
    this.world = world;
    this.all = new Map([...world.people.keys()].map((id) => [id, this.made(id)]));
    if (!goesOn) this.used = [];
    this.shown = places.filter((id) => this.all.has(id));
    this.fit();
    if (goesOn) for (const phone of this.all.values()) phone.remember(memories.get(phone.id));
  }

  /** Give a person who comes a phone, and show it where there is room. */
  add(id) {
    this.all.set(id, this.made(id));
    this.fit();
  }

  made(id) {
    const phone = new Phone(id, this.world, this.unread);
    for (const use of ["focusin", "pointerdown"]) phone.element.addEventListener(use, () => this.use(id));
    return phone;
  }

  /** Show a person's phone in place of the one that was used least recently. */
  show(id) {
    if (!this.shown.includes(id)) {
      const oldest = this.shown.reduce((one, other) => (this.lastUse(other) <= this.lastUse(one) ? other : one));
      this.place(this.shown.map((each) => (each === oldest ? id : each)));
    }
    this.use(id);
  }

  use(id) {
    this.used = [...this.used.filter((each) => each !== id), id];
  }

  lastUse(id) {
    return this.used.indexOf(id);
  }

  /** Show as many phones as there is room for, those used last first. */
  fit() {
    const room = Math.min(THREE.matches ? 3 : TWO.matches ? 2 : 1, this.all.size);
    const waiting = [...this.all.keys()].filter((id) => !this.shown.includes(id));
    const recent = waiting.sort((one, other) => this.lastUse(other) - this.lastUse(one));
    const leaving = [...this.shown].reverse().sort((one, other) => this.lastUse(one) - this.lastUse(other));
    const gone = leaving.slice(0, Math.max(0, this.shown.length - room));
    this.place([...this.shown.filter((id) => !gone.includes(id)), ...recent].slice(0, room));
  }

  place(shown) {
    this.shown = shown;
    for (const phone of this.all.values()) phone.appear(shown.includes(phone.id));
    const wanted = shown.map((id) => this.all.get(id).element);
    const there = [...the("phones").children];
    // Phones that stay are not moved: moving one would take its focus and its place in the chat.
    if (wanted.length === there.length) wanted.forEach((element, at) => element !== there[at] && there[at].replaceWith(element));
    else the("phones").replaceChildren(...wanted);
    for (const id of shown) this.all.get(id).settle();
    this.changed();
  }

  redraw() {
    for (const phone of this.all.values()) phone.redraw();
  }
}
