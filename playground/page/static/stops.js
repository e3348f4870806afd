// Where the Tab key stops among the acts on messages: at one message only, while arrows lead to the others.
// A long chat would otherwise hold hundreds of stops between its first message and the line one writes in.

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export class Stops {
  constructor(list) {
    this.list = list;
    this.stop = null;
    list.addEventListener("keydown", (event) => this.walk(event));
    list.addEventListener("focusin", (event) => this.moveTo(event.target.closest("li")));
  }

  /** Stop at a message from now on; one without acts changes nothing. */
  moveTo(item) {
    if (!item?.querySelector(".act")) return;
    for (const act of this.stop?.querySelectorAll(".act") ?? []) act.tabIndex = -1;
    this.stop = item;
    for (const act of item.querySelectorAll(".act")) act.tabIndex = 0;
  }

  /** Follow the newest message, unless somebody is just walking. */
  follow(item) {
    if (this.stop === null || !this.list.contains(document.activeElement)) this.moveTo(item);
  }

  /** Stop at what took a message's place. */
  replace(old, fresh) {
    if (this.stop === old) this.moveTo(fresh);
  }

  walk(event) {
    if (!event.target.matches(".act") || !(event.key in STEPS)) return;
    event.preventDefault();
    const first = [...this.list.querySelectorAll(".act:first-child")];
    const at = first.indexOf(event.target.parentElement.firstElementChild);
    first[at + STEPS[event.key]]?.focus();
  }
}
