// One call between Telegram and the bot: a line that sums it up, and unfolds to what was sent and answered.

import { make, unseen } from "./dom.js";
import { hour, text } from "./language.js";

const LONGEST_SUMMARY = 120;
/** What every message has; whatever else a message without words carries, it is about. */
const ENVELOPE = new Set(["message_id", "message_thread_id", "from", "sender_chat", "chat", "date", "edit_date", "author_signature", "reply_to_message"]);

/** Draw a call; `opened` is called with its line whenever that has been unfolded or folded. */
export function line(call, opened) {
  const incoming = call.kind === "update";
  const arrow = make("span", { class: "arrow" }, make("span", { "aria-hidden": "true" }, incoming ? "→" : "←"), unseen(text(incoming ? "to_bot" : "from_bot")));
  const parts = [make("time", {}, hour(call.at, true)), arrow, make("b", {}, call.name), ...(incoming ? [] : [status(call)]), make("span", { class: "gist" }, gist(call))];
  const details = make("details", {}, make("summary", {}, ...parts.flatMap((part) => [part, " "])));
  const item = make("li", { "data-call": call.id }, details);
  details.addEventListener("toggle", () => {
    // What was sent is written out when somebody wants to read it: most lines never are.
    if (details.childElementCount === 1) details.append(...unfolded(call));
    opened(item);
  });
  return item;
}

function status(call) {
  const state = stateOf(call);
  return make("span", { class: `status ${state}` }, [call.status || "", text(`status.${state}`)].filter(Boolean).join(" "));
}

function stateOf({ status: code, outcome }) {
  if (outcome === "cut") return "cut";
  if (code === 200) return "ok";
  if (code === 429) return "flood";
  return code >= 400 && code < 500 ? "refused" : "broken";
}

/** Sum a call up in one line: why it failed, else the words it carries, else what it is about. */
function gist({ kind, outcome, body }) {
  if (kind === "call" && outcome !== "ok" && outcome !== "cut") return outcome;
  return String(kind === "call" ? sent(body ?? {}) : received(body)).replace(/\s+/g, " ").slice(0, LONGEST_SUMMARY);
}

const sent = ({ text: words, caption, action }) => words ?? caption ?? action ?? "";

function received({ callback_query: query, my_chat_member: place, ...rest }) {
  if (query) return query.data ?? "";
  if (place) return `${named(place.chat)}: ${place.old_chat_member?.status} → ${place.new_chat_member?.status}`;
  const said = rest.message ?? rest.edited_message ?? rest.channel_post ?? rest.edited_channel_post ?? {};
  if (said.text || said.caption) return said.text ?? said.caption;
  const [kind, what] = Object.entries(said).find(([key]) => !ENVELOPE.has(key)) ?? [];
  return kind ? `${kind}: ${named(what)}` : "";
}

/** Name people, chats and files; a plain value is its own name. */
function named(what) {
  if (Array.isArray(what)) return what.map(named).join(", ");
  if (typeof what !== "object" || what === null) return String(what);
  return what.title ?? what.file_name ?? [what.first_name, what.last_name].filter(Boolean).join(" ");
}

function unfolded({ body, answer }) {
  const part = (key, shown) => [make("h3", {}, text(key)), make("pre", { tabindex: "0", role: "group", "aria-label": text(key) }, JSON.stringify(shown, null, 2))];
  return [...part("body", body), ...(answer === null || answer === undefined ? [] : part("answer", answer))];
}
