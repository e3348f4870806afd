// The stream of what happens in the world: kept, shown, and said to those who listen instead of looking.

import { showTrouble } from "./acts.js";
import { speak, the } from "./dom.js";
import { text } from "./language.js";
import { World, isPrivate } from "./world.js";

const LONGEST_SPOKEN = 400;

/** Hand every event to the parts of the page; a stream that breaks off comes back by itself and begins with the world. */
export function listen(page) {
  const events = new EventSource("page/events");
  for (const [name, hear] of Object.entries(HEARD)) {
    events.addEventListener(name, (event) => {
      if (page.world || name === "world") hear(page, JSON.parse(event.data));
    });
  }
  events.addEventListener("error", () => {
    page.clock.lose();
    showTrouble(text("away"));
  });
}

const HEARD = {
  world(page, told) {
    // After a break in the stream it is the same world unless its era is another.
    const goesOn = page.world?.era === told.era;
    page.world = new World(told);
    showTrouble("");
    if (!goesOn) page.unread.forget();
    page.clock.set(told.clock);
    page.mishaps.set(told.mishaps);
    page.calls.meet(told.calls);
    page.people.expect(told.newcomers);
    the("reset").hidden = !told.resettable;
    page.phones.meet(page.world, goesOn);
  },

  person(page, told) {
    page.world.keepPerson(told);
    if (page.phones.all.has(told.id)) page.phones.all.get(told.id).update();
    else page.phones.add(told.id);
    page.people.redraw();
    page.people.welcome();
  },

  chat(page, told) {
    page.world.keepChat(told);
    for (const phone of page.phones.all.values()) phone.update(told.id);
  },

  message(page, said) {
    page.world.keepMessage(said);
    for (const phone of seeing(page, said.chat)) phone.hear(said);
    if (isBots(said)) page.mishaps.pass();
    announce(page, "heard", said);
  },

  edited(page, said) {
    page.world.keepMessage(said);
    for (const pane of drawing(page, said.chat)) pane.chat.change(said);
    if (isBots(said)) page.mishaps.pass();
    announce(page, "changed", said);
  },

  deleted(page, gone) {
    page.world.dropMessage(gone);
    for (const pane of drawing(page, gone.chat)) pane.forget(gone.id);
  },

  action(page, { chat }) {
    for (const pane of drawing(page, chat)) pane.head.busy();
  },

  toast(page, toast) {
    page.phones.all.get(toast.who)?.answered(toast);
  },

  newcomers(page, { left }) {
    page.people.expect(left);
  },

  clock(page, told) {
    page.clock.set(told);
  },

  mishaps(page, told) {
    page.mishaps.set(told);
  },

  call(page, call) {
    page.calls.hear(call);
  },
};

const seeing = ({ world, phones }, chat) => [...phones.all.values()].filter((phone) => world.chatsOf(phone.id).some(({ id }) => id === chat));

const drawing = ({ phones }, chat) => [...phones.all.values()].flatMap((phone) => phone.panes.get(chat) ?? []);

const isBots = (said) => said.note === null && !(said.sender > 0);

/** Say what the bot wrote, once, in how many phones it may be seen; what people write the visitor knows. */
function announce({ world }, key, said) {
  const chat = world.chats.get(said.chat);
  if (!chat || !isBots(said)) return;
  const name = isPrivate(chat) ? world.people.get(chat.id)?.name : chat.title;
  speak(text(key, { name, text: (plain(said) || said.file?.name || "").slice(0, LONGEST_SPOKEN) }));
}

/** Leave out of what is said aloud what the message hides from the eye. */
function plain({ text: words, entities }) {
  const hidden = entities.filter(({ type }) => type === "spoiler").sort((one, other) => other.offset - one.offset);
  return hidden.reduce((kept, { offset, length }) => `${kept.slice(0, offset)}…${kept.slice(offset + length)}`, words);
}
