// What there is: the bot, people, chats and their messages, kept as the events tell it. Draws nothing.

const ORDER = ["private", "group", "supergroup", "channel"];

export class World {
  constructor(told) {
    this.era = told.era;
    this.bot = told.bot;
    this.people = new Map(told.people.map((person) => [person.id, person]));
    this.chats = new Map();
    for (const chat of told.chats) this.keepChat(chat);
  }

  keepPerson(person) {
    this.people.set(person.id, { ...this.people.get(person.id), ...person });
  }

  /** Take over a chat; its messages stay unless others are told. */
  keepChat({ messages, ...chat }) {
    const said = messages ? new Map(messages.map((each) => [each.id, each])) : this.chats.get(chat.id)?.said;
    this.chats.set(chat.id, { ...chat, said: said ?? new Map() });
  }

  keepMessage(said) {
    this.chats.get(said.chat)?.said.set(said.id, said);
  }

  dropMessage({ chat, id }) {
    this.chats.get(chat)?.said.delete(id);
  }

  /** List the chats a person sees: the private one first, then groups, then channels. */
  chatsOf(person) {
    const seen = [...this.chats.values()].filter((chat) => chat.id === person || chat.members.includes(person));
    return seen.sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
  }

  titleOf(chat) {
    return chat.type === "private" ? this.bot.name : chat.title;
  }

  /** Number a person's colour: by the order in which people came, so that it stays. */
  hueOf(person) {
    return ([...this.people.keys()].indexOf(person) % 7) + 1;
  }

  /** Tell whether a link is a deep link to the bot, which opens in the private chat. */
  leadsToBot(address) {
    try {
      const { protocol, host, pathname } = new URL(address);
      return /^https?:$/.test(protocol) && host === "t.me" && pathname.toLowerCase() === `/${this.bot.username}`.toLowerCase();
    } catch {
      return false;
    }
  }
}

/** Find the words that a sharing link passes on: its address and the text below; null when it is no such link. */
export function sharedWords(address) {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol) || host !== "t.me" || !/^\/share(\/url)?\/?$/.test(pathname)) return null;
  return ["url", "text"].map((name) => searchParams.get(name)).filter(Boolean).join("\n");
}

/** Tell whether a person may write in a chat. */
export const mayWrite = (person, chat) => (isPrivate(chat) ? person.status === "member" : chat.writers.includes(person.id));

export const isPrivate = (chat) => chat.type === "private";
export const isChannel = (chat) => chat.type === "channel";
export const isGroup = (chat) => chat.type === "group" || chat.type === "supergroup";
export const hasBot = (chat) => chat.bot === "member" || chat.bot === "administrator";
