// The raw calls between Telegram and the bot, newest at the bottom; each unfolds to what was sent and answered.

import { make, the, unseen } from "./dom.js";
import { hour, text } from "./language.js";

const MOST = 300;
const NEAR = 60;
const LONGEST_SUMMARY = 120;

export class Calls {
  constructor() {
    this.kept = [];
    this.list = the("calls-list");
    this.scroll = the("calls-scroll");
    the("calls-open").addEventListener("click", () => this.turn(the("calls").hidden));
    the("calls-close").addEventListener("click", () => {
      this.turn(false);
      the("calls-open").focus();
    });
  }

  turn(open) {
    the("calls").hidden = !open;
    the("calls-open").setAttribute("aria-pressed", String(open));
    document.body.classList.toggle("with-calls", open);
    this.redraw();
    if (open) the("calls").scrollIntoView({ block: "nearest" });
  }

  meet(calls) {
    this.kept = [...calls];
    this.redraw();
  }

  hear(call) {
    this.kept.push(call);
    if (this.kept.length > MOST) this.kept.shift();
    if (the("calls").hidden) return;
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    const follow = scrollHeight - scrollTop - clientHeight < NEAR;
    the("calls-none").hidden = true;
    this.list.append(line(call));
    if (this.list.children.length > MOST) this.list.firstElementChild.remove();
    if (follow) this.scroll.scrollTop = 1e7;
  }

  redraw() {
    if (the("calls").hidden) return this.list.replaceChildren();
    the("calls-none").hidden = this.kept.length > 0;
    this.list.replaceChildren(...this.kept.map(line));
    this.scroll.scrollTop = 1e7;
  }
}

function line(call) {
  const incoming = call.kind === "update";
  const arrow = make("span", { class: "arrow" }, make("span", { "aria-hidden": "true" }, incoming ? "→" : "←"), unseen(text(incoming ? "to_bot" : "from_bot")));
  const state = stateOf(call);
  const words = [call.status || "", text(`status.${state}`)].filter(Boolean).join(" ");
  const summary = make("summary", {}, make("time", {}, hour(call.at, true)), " ", arrow, " ", make("b", {}, call.name), " ", make("span", { class: `status ${state}` }, words), " ", make("span", { class: "gist" }, gist(call)));
  const details = make("details", {}, summary);
  // What was sent is written out when somebody wants to read it: most lines never are.
  details.addEventListener("toggle", () => details.childElementCount === 1 && details.append(...unfolded(call)), { once: true });
  return make("li", { "data-call": call.id }, details);
}

function stateOf({ kind, status, outcome }) {
  if (kind === "update") return "delivered";
  if (outcome === "cut") return "cut";
  if (status === 200) return "ok";
  if (status === 429) return "flood";
  return status >= 400 && status < 500 ? "refused" : "broken";
}

/** Sum a call up in one line: why it failed, else the words it carries. */
function gist({ kind, outcome, body }) {
  if (kind === "call" && outcome !== "ok" && outcome !== "cut") return outcome;
  const { message, channel_post: post, callback_query: query, my_chat_member: place } = body ?? {};
  const found = body?.text ?? body?.caption ?? message?.text ?? post?.text ?? query?.data ?? place?.new_chat_member?.status ?? body?.action ?? "";
  return String(found).replace(/\s+/g, " ").slice(0, LONGEST_SUMMARY);
}

function unfolded({ body, answer }) {
  const part = (key, shown) => [make("h3", {}, text(key)), make("pre", { tabindex: "0", role: "group", "aria-label": text(key) }, JSON.stringify(shown, null, 2))];
  return [...part("body", body), ...(answer === null || answer === undefined ? [] : part("answer", answer))];
}
