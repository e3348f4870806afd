// Elements in one line. Texts become text nodes, never markup: nothing on this page is parsed as HTML.

/** Make an element; attributes that begin with "on" are listeners, those that are false or null are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Make a button that is only a drawing; its name is heard, and seen when pointed at. */
export function drawnButton(kind, drawing, attributes = {}) {
  return make("button", { type: "button", class: kind, ...attributes }, drawing);
}

/** Name a drawn button, now or in another language. */
export function name(button, words) {
  button.setAttribute("aria-label", words);
  button.title = words;
}

export const unseen = (words) => make("span", { class: "unseen" }, words);

export const the = (id) => document.getElementById(id);

/** Say something to those who listen instead of looking. */
export function speak(words) {
  const log = the("spoken");
  log.append(make("p", {}, words));
  while (log.children.length > 20) log.firstChild.remove();
}
