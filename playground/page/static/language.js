// The language of the page: its words, plurals, dates and sizes, in Polish or English.

import { TEXTS } from "./texts.js";

const ZONE = "Europe/Warsaw";
const REMEMBERED = "terminarz-page-language";
const readers = new Set();
const formats = new Map();

let spoken = remembered() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "pl");

export function text(key, values = {}) {
  return TEXTS[spoken][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Tell a number of things in the plural that the language has for it. */
export function counted(key, count, values = {}) {
  const { [`${key}.${new Intl.PluralRules(locale()).select(count)}`]: form } = TEXTS[spoken];
  return form.replace(/\{(\w+)\}/g, (_, name) => ({ count, ...values })[name]);
}

/** Find the first key that has a text: for names that the server gives and may add to. */
export const known = (...keys) => keys.find((key) => key in TEXTS[spoken]);

/** Switch to the other language and tell everyone who shows words. */
export function speakOther() {
  spoken = spoken === "pl" ? "en" : "pl";
  try {
    localStorage.setItem(REMEMBERED, spoken);
  } catch {
    // A browser that keeps nothing forgets the choice; the page works all the same.
  }
  for (const reader of readers) reader();
}

/** Call the reader now and whenever the language changes. */
export function inEveryLanguage(reader) {
  readers.add(reader);
  reader();
}

/** Write the words into every element below the root that names them. */
export function fillIn(root) {
  document.documentElement.lang = spoken;
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
  }
}

/** The language the page speaks: "pl" or "en". */
export const language = () => spoken;

export const otherLanguage = () => (spoken === "pl" ? "en" : "pl");

/** Write a moment in full. */
export const moment = (milliseconds) => `${fullDay(milliseconds)}, ${hour(milliseconds)}`;

export const fullDay = (milliseconds) =>
  dated(milliseconds, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const day = (milliseconds) => dated(milliseconds, { weekday: "long", day: "numeric", month: "long" });

export function hour(milliseconds, seconds = false) {
  const parts = { hour: "numeric", minute: "2-digit", hourCycle: "h23" };
  return dated(milliseconds, seconds ? { ...parts, second: "2-digit" } : parts);
}

/** Join names as the language joins them: with commas and an "and". */
export const listed = (names) => new Intl.ListFormat(locale()).format(names);

export function size(bytes) {
  const [amount, unit] = bytes < 1024 ? [bytes, "byte"] : bytes < 1 << 20 ? [bytes / 1024, "kilobyte"] : [bytes / (1 << 20), "megabyte"];
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}

function dated(milliseconds, parts) {
  const key = spoken + JSON.stringify(parts);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...parts }));
  return formats.get(key).format(milliseconds);
}

const locale = () => (spoken === "pl" ? "pl" : "en-GB");

function remembered() {
  try {
    const found = localStorage.getItem(REMEMBERED);
    return Object.hasOwn(TEXTS, found) ? found : null;
  } catch {
    return null;
  }
}
