// The page: puts phones, people, clock, mishaps and calls together, in the language the visitor chose.

import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import { the } from "./dom.js";
import { listen } from "./events.js";
import { fillIn, inEveryLanguage, otherLanguage, speakOther, text } from "./language.js";
import { Mishaps } from "./mishaps.js";
import { People } from "./people.js";
import { Phones } from "./phones.js";
import { Unread } from "./unread.js";

const clock = new Clock();
const page = {
  world: null,
  unread: new Unread(() => redrawMarks()),
  clock,
  calls: new Calls(),
  mishaps: new Mishaps(clock),
};
page.phones = new Phones(page.unread, () => page.people.redraw());
page.people = new People(page.phones, page.unread);

function redrawMarks() {
  page.people.redraw();
  for (const phone of page.phones.all.values()) phone.tabs.redraw();
}

function turnControls() {
  const open = the("controls-open").getAttribute("aria-expanded") !== "true";
  the("controls-open").setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("with-controls", open);
}

inEveryLanguage(() => {
  document.title = text("title");
  fillIn(document);
  the("language").textContent = text("other");
  the("language").lang = otherLanguage();
  page.clock.redraw();
  page.people.redraw();
  page.phones.redraw();
  page.calls.redraw();
});
the("language").addEventListener("click", speakOther);
the("controls-open").addEventListener("click", turnControls);
listen(page);
