// How many messages each person has not seen yet, by chat.

export class Unread {
  constructor(changed) {
    this.changed = changed;
    this.counts = new Map();
  }

  note(person, chat) {
    const chats = this.counts.get(person) ?? new Map();
    chats.set(chat, (chats.get(chat) ?? 0) + 1);
    this.counts.set(person, chats);
    this.changed();
  }

  clear(person, chat) {
    if (this.counts.get(person)?.delete(chat)) this.changed();
  }

  in(person, chat) {
    return this.counts.get(person)?.get(chat) ?? 0;
  }

  of(person) {
    return [...(this.counts.get(person)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  forget() {
    this.counts.clear();
    this.changed();
  }
}
