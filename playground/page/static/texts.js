// The page's own words in Polish and English. What the bot says comes from the bot.

const TEXTS = {
  pl: {
    title: "Terminarz – plac zabaw",
    purpose: "Prawdziwy bot, wymyślone osoby; nic nie wychodzi do sieci",
    skip: "Do telefonów",
    other: "English",
    clock: "Zegar",
    run: "Uruchom",
    pause: "Zatrzymaj",
    hour: "+1 godz.",
    day: "+1 dzień",
    next: "Następne przypomnienie",
    nothing_due: "Nic nie czeka na swoją porę.",
    now_is: "Jest {when}.",
    switch: "Który telefon widać",
    unread: "nowe: {count}",
    official: "z urzędu",
    organiser: "organizator",
    phone: "Telefon: {name}",
    bot: "bot",
    typing: "pisze…",
    about: "Co potrafi ten bot?",
    chat: "Rozmowa: {name}",
    begin: "START",
    again: "URUCHOM PONOWNIE",
    open_link: "Otwórz link",
    "link.administrator": "Jednorazowy link administratora",
    write: "Wiadomość",
    send: "Wyślij",
    commands: "Polecenia",
    edited: "edytowano",
    newest: "Do najnowszych",
    more: "Pokaż całość",
    less: "Zwiń",
    spoiler: "Ukryty tekst: pokaż",
    copies: "kopiuje",
    leads: "otwiera stronę",
    copied: "Skopiowano.",
    not_copied: "Przeglądarka nie pozwala kopiować. Tekst: {text}",
    download: "Pobierz",
    picture: "Zdjęcie",
    heard: "{name}, nowa wiadomość: {text}",
    changed: "{name}, zmiana wiadomości: {text}",
    flashed: "{name}: {text}",
    away: "Demo nie odpowiada. Po ponownym uruchomieniu strona połączy się sama.",
    failed: "Nie udało się: {problem}",
  },
  en: {
    title: "Terminarz – playground",
    purpose: "The real bot, invented people; nothing leaves this computer",
    skip: "To the phones",
    other: "Polski",
    clock: "Clock",
    run: "Run",
    pause: "Pause",
    hour: "+1 h",
    day: "+1 day",
    next: "Next reminder",
    nothing_due: "Nothing is waiting for its time.",
    now_is: "It is {when}.",
    switch: "Which phone is shown",
    unread: "new: {count}",
    official: "official",
    organiser: "organiser",
    phone: "Phone: {name}",
    bot: "bot",
    typing: "typing…",
    about: "What can this bot do?",
    chat: "Chat: {name}",
    begin: "START",
    again: "RESTART",
    open_link: "Open the link",
    "link.administrator": "The administrator’s one-time link",
    write: "Message",
    send: "Send",
    commands: "Commands",
    edited: "edited",
    newest: "To the newest",
    more: "Show all",
    less: "Fold",
    spoiler: "Hidden text: show",
    copies: "copies",
    leads: "opens a page",
    copied: "Copied.",
    not_copied: "The browser does not allow copying. The text: {text}",
    download: "Download",
    picture: "Picture",
    heard: "{name}, new message: {text}",
    changed: "{name}, message changed: {text}",
    flashed: "{name}: {text}",
    away: "The demo does not answer. Once it runs again, this page comes back by itself.",
    failed: "That did not work: {problem}",
  },
};

const ZONE = "Europe/Warsaw";
const REMEMBERED = "terminarz-page-language";
const readers = new Set();

let spoken = remembered() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "pl");

export function text(key, values = {}) {
  return TEXTS[spoken][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

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

export const otherLanguage = () => (spoken === "pl" ? "en" : "pl");

/** Write a moment in full, or as the clock shows it: a short weekday, and seconds. */
export function moment(milliseconds, onClock = false) {
  const weekday = onClock ? "short" : "long";
  return `${dated(milliseconds, { weekday, day: "numeric", month: "long", year: "numeric" })}, ${hour(milliseconds, onClock)}`;
}

export const day = (milliseconds) => dated(milliseconds, { weekday: "long", day: "numeric", month: "long" });

export function hour(milliseconds, seconds = false) {
  const parts = { hour: "numeric", minute: "2-digit", hourCycle: "h23" };
  return dated(milliseconds, seconds ? { ...parts, second: "2-digit" } : parts);
}

export function size(bytes) {
  const [amount, unit] = bytes < 1024 ? [bytes, "byte"] : bytes < 1 << 20 ? [bytes / 1024, "kilobyte"] : [bytes / (1 << 20), "megabyte"];
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}

const formats = new Map();

function dated(milliseconds, parts) {
  const key = spoken + JSON.stringify(parts);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...parts }));
  return formats.get(key).format(milliseconds);
}

const locale = () => (spoken === "pl" ? "pl" : "en-GB");

function remembered() {
  try {
    const found = localStorage.getItem(REMEMBERED);
    return found in TEXTS ? found : null;
  } catch {
    return null;
  }
}
