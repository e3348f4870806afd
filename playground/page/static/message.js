// One message in a chat: a bubble with words or a file, or a note that something happened, and what can be done with it.

import { drawnButton, make, name } from "./dom.js";
import { icon } from "./icons.js";
import { keys } from "./keys.js";
import { counted, hour, known, listed, size, text } from "./language.js";
import { words } from "./words.js";
import { isGroup, isPrivate } from "./world.js";

/** Draw a message; `again` when the one before it is by the same person, whose name is not said twice. */
export function message(said, pane, again) {
  if (said.note !== null) return make("li", { class: "note", "data-message": said.id }, note(said.note));
  const mine = said.sender === pane.phone.id;
  const bubble = make(
    "div",
    { class: "bubble" },
    isGroup(pane.kept) && !mine && !again ? sender(said, pane.world) : null,
    said.forwarded ? make("p", { class: "forwarded" }, text("forwarded", { name: said.forwarded })) : null,
    said.reply === null ? null : make("div", { class: "reply" }, make("b", {}, said.reply.name), make("span", {}, said.reply.text)),
    said.file === null ? null : file(said.file),
    said.text ? words(said, pane) : null,
    make("p", { class: "stamp" }, (said.edited ? `${text("edited")} ` : "") + hour(said.at)),
  );
  const kinds = ["message", mine ? "mine" : "theirs", said.rows.length ? "keyed" : "", again ? "again" : ""].filter(Boolean);
  const acts = actsOn(said, pane);
  const body = make("div", { class: "body" }, bubble, acts.length ? make("div", { class: "acts-on" }, ...acts) : null);
  return make("li", { class: kinds.join(" "), "data-message": said.id }, body, said.rows.length ? keys(said, pane) : null);
}

function sender(said, world) {
  const hue = world.people.has(said.sender) ? world.hueOf(said.sender) : null;
  return make("p", { class: "sender", "data-hue": hue }, said.name);
}

function note({ kind, names }) {
  const values = { names: listed(names) };
  return kind === "joined" || kind === "left" ? counted(`note.${kind}`, names.length, values) : text(known(`note.${kind}`, "note.other"), values);
}

function actsOn(said, pane) {
  const reply = ["reply", () => pane.writing.replyTo(said)];
  const forward = ["forward", () => pane.forward(said.id)];
  const possible = isPrivate(pane.kept) ? [reply] : [...(pane.mayWrite ? [reply] : []), forward];
  return possible.map(([key, done]) => {
    const button = drawnButton("act", icon(key), { tabindex: "-1", "aria-describedby": "acts-hint", onclick: done });
    name(button, text(key));
    return button;
  });
}

function file(kept) {
  if (kept.picture) return make("img", { class: "picture", src: kept.address, alt: text("picture") });
  return make(
    "a",
    { class: "file", href: kept.address, download: kept.name },
    make("span", { class: "disc", "aria-hidden": "true" }, icon("down")),
    make("span", {}, make("b", {}, kept.name), make("small", {}, `${text("download")} · ${size(kept.size)}`)),
  );
}
