// Hold the one state that slider, layer control, cards and address share.

const MODES = ["day", "upto", "all", "own"];
const VIEWS = ["story", "claims", "sources"];

/**
 * @param {import("./types").State} first
 * @returns {import("./types").Store}
 */
export function store(first) {
  let now = first;
  /** @type {((now: import("./types").State, before: import("./types").State) => void)[]} */
  const listeners = [];
  return {
    get: () => now,
    set(change) {
      const before = now;
      now = { ...now, ...change };
      for (const hear of listeners) hear(now, before);
    },
    listen(hear) {
      listeners.push(hear);
    },
  };
}

/** @param {import("./types").State} state */
export function toHash(state) {
  const parts = new URLSearchParams();
  if (state.mode !== "all") parts.set("show", state.mode);
  if (state.mode === "day" || state.mode === "upto") parts.set("date", state.at);
  if (state.mode === "own") parts.set("on", state.on.join(","));
  for (const name of /** @type {const} */ (["card", "text", "by", "word", "article", "theme"])) if (state[name]) parts.set(name, state[name]);
  if (state.drawn.length) parts.set("drawn", state.drawn.join(","));
  if (state.view !== "story") parts.set("view", state.view);
  return parts.toString();
}

/**
 * Read an address; whatever the story does not know is left out.
 * @param {string} hash
 * @param {import("./types").Island} story
 * @returns {Partial<import("./types").State>}
 */
export function fromHash(hash, story) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const keys = story.days.map((day) => day.key);
  const known = (/** @type {string} */ name, /** @type {string[]} */ values) => {
    const value = parts.get(name);
    return value !== null && values.includes(value) ? value : undefined;
  };
  /** @type {Partial<import("./types").State>} */
  const state = {
    mode: /** @type {import("./types").Choice | undefined} */ (known("show", MODES)),
    at: known("date", keys),
    on: parts.get("on")?.split(",").filter((key) => keys.includes(key)),
    view: /** @type {import("./types").View | undefined} */ (known("view", VIEWS)),
    card: known("card", story.cards.map((card) => card.id)),
    drawn: parts.get("drawn")?.split(",").filter((mark) => mark in story.marks),
    text: parts.get("text")?.slice(0, 200),
    by: known("by", story.cards.map((card) => card.mode)),
    word: known("word", Object.keys(story.verdicts)),
    article: known("article", story.articles.map((_, index) => String(index))),
    theme: /** @type {"light" | "dark" | undefined} */ (known("theme", ["light", "dark"])),
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
