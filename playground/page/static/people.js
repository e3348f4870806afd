// The people: a chip for each, pressed when their phone is shown, marked when something new waits for them.

import { act } from "./acts.js";
import { avatar } from "./avatar.js";
import { make, speak, the, unseen } from "./dom.js";
import { counted, language, text } from "./language.js";

/** More people than this stand closer together. */
const CROWD = 5;

export class People {
  constructor(phones, unread) {
    this.phones = phones;
    this.unread = unread;
    this.chips = new Map();
    the("invite").addEventListener("click", () => this.more && this.invite());
  }

  /** Know whether somebody can still come. */
  expect(more) {
    this.more = more;
    this.redraw();
  }

  redraw() {
    const { world, all } = this.phones;
    if (!world) return;
    the("chips").classList.toggle("crowd", world.people.size > CROWD);
    the("invite").setAttribute("aria-disabled", String(!this.more));
    the("invite").title = this.more ? "" : text("all_here");
    for (const [id, chip] of this.chips) if (!all.has(id)) this.chips.delete(id), chip.parentElement.remove();
    for (const person of world.people.values()) {
      if (!this.chips.has(person.id)) this.addChip(person.id);
      this.draw(this.chips.get(person.id), person);
    }
  }

  addChip(id) {
    const chip = make("button", { type: "button", class: "chip", "data-person": id, onclick: () => this.goTo(id) });
    this.chips.set(id, chip);
    the("chips").append(make("li", {}, chip));
  }

  /** Show a person's phone; one that is shown already gets the focus. */
  goTo(id) {
    if (this.phones.shown.includes(id)) this.phones.all.get(id).focus();
    else this.phones.show(id);
  }

  draw(chip, person) {
    const { world, shown } = this.phones;
    const count = this.unread.of(person.id);
    const mark = count ? [make("span", { class: "count", "aria-hidden": "true" }, String(count)), unseen(` ${counted("unread", count)}`)] : [];
    const [first, ...rest] = person.name.split(" ");
    const surname = make("span", { class: "surname" }, ` ${rest.join(" ")}`);
    const whose = make("span", { class: "whose" }, make("b", {}, first, surname), " ", make("small", {}, text(person.role)));
    chip.replaceChildren(avatar(person, world.hueOf(person.id)), whose, ...mark);
    chip.setAttribute("aria-pressed", String(shown.includes(person.id)));
  }

  /** Let a new person come; the world tells of them before or after it answers. */
  async invite() {
    const { who } = (await act("invite", { language: language() })) ?? {};
    if (!who) return;
    this.awaited = who;
    this.welcome();
  }

  welcome() {
    if (!this.phones.all.has(this.awaited)) return;
    this.phones.show(this.awaited);
    speak(text("arrived", { name: this.phones.world.people.get(this.awaited).name }));
    this.awaited = null;
  }
}
