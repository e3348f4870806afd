// Where the focus goes when the message it was in has changed: never silently to another button.

export const labelOf = (element) => element.textContent + element.title;

/** Focus what has the label in a message, else the message itself, from which the Tab key leads to its first button. */
export function focusIn(item, label) {
  const same = [...item.querySelectorAll("button, a[href]")].find((each) => labelOf(each) === label);
  if (same) same.focus({ preventScroll: true });
  else focusWhole(item);
}

function focusWhole(item) {
  const left = new AbortController();
  const enter = (event) => {
    const first = item.querySelector(".key");
    if (event.target !== item || event.key !== "Tab" || event.shiftKey || !first) return;
    event.preventDefault();
    first.focus();
  };
  const leave = () => {
    item.removeAttribute("tabindex");
    left.abort();
  };
  item.tabIndex = -1;
  item.addEventListener("keydown", enter, { signal: left.signal });
  item.addEventListener("blur", leave, { signal: left.signal });
  item.focus({ preventScroll: true });
}
