// A person's or a chat's round sign: initials or a drawing on a colour of their own. Heard by nobody.

import { make } from "./dom.js";
import { icon } from "./icons.js";
import { isChannel, isPrivate } from "./world.js";

export function avatar(person, hue) {
  const words = person.name.match(/(?<!\p{L})\p{L}/gu) ?? [];
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""].join("").toUpperCase();
  return make("span", { class: "avatar", "data-hue": hue, "aria-hidden": "true" }, initials);
}

export function chatSign(chat) {
  if (isPrivate(chat)) return make("img", { class: "avatar", src: "page/icon.svg", alt: "" });
  return make("span", { class: "avatar", "aria-hidden": "true" }, icon(isChannel(chat) ? "channel" : "group"));
}
