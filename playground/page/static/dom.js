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

export const the = (id) => document.getElementById(id);

/** Say something to those who listen instead of looking. */
export function speak(words) {
  const log = the("spoken");
  log.append(make("p", {}, words));
  while (log.children.length > 20) log.firstChild.remove();
}
