// Start the page: read the islands, build the list, then the map when folium has drawn it.
import { VERDICTS, verdict } from "./cards.js";
import { button, byId, el, words } from "./dom.js";
import { exportMenu } from "./export.js";
import { measure, plural } from "./format.js";
import { atlas } from "./map.js";
import { panel } from "./panel.js";
import { fromHash, store, toHash } from "./state.js";
import { timeline } from "./timeline.js";

/** @param {string} id */
function data(id) {
  return JSON.parse(byId(id).textContent ?? "null");
}

function start() {
  /** @type {import("./types").Island} */
  const story = data("story-data");
  const dated = story.days.filter((day) => day.key !== "undated");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {import("./types").State} */
  const fresh = { mode: "all", at: dated.at(-1)?.key ?? "undated", on: [], view: "story", card: "", drawn: [], text: "", by: "", word: "", article: "", theme: "" };
  const state = store({ ...fresh, ...fromHash(location.hash, story) });
  /** @type {import("./types").Drawn | null} */
  let drawn = null;
  /** @type {ReturnType<typeof atlas> | null} */
  let map = null;

  /** @type {import("./cards.js").Acts} */
  const acts = {
    show(id) {
      const card = story.cards.find((each) => each.id === id);
      const { mode, on } = state.get();
      // A card whose date is hidden brings its date along.
      state.set({ card: id, ...(mode === "own" && card ? { on: [...new Set([...on, card.day])] } : mode !== "all" && card ? (card.day === "undated" ? { mode: "all" } : { at: card.day }) : {}) });
      map?.look(id);
      byId("stage").scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
    },
    draw(marks) {
      const now = state.get().drawn;
      const all = marks.every((mark) => now.includes(mark));
      state.set({ drawn: all ? now.filter((mark) => !marks.includes(mark)) : [...new Set([...now, ...marks])] });
    },
    copy(text, what) {
      const done = () => { byId("live").textContent = `${what} copied`; };
      // Clipboards are closed to pages from disk in some browsers; then the text is shown to be copied by hand.
      const hand = () => { byId("live").textContent = ""; window.prompt(`${what}: copy it from here`, text); };
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, hand);
      else hand();
    },
    address: (id) => `${location.href.split("#")[0]}#${toHash({ ...state.get(), card: id })}`,
  };

  head();
  timeline(story, state);
  panel(story, state, acts);
  state.listen((now) => {
    theme(now.theme);
    history.replaceState(null, "", `#${toHash(now)}`);
  });
  theme(state.get().theme);
  addEventListener("hashchange", () => state.set({ ...fresh, ...fromHash(location.hash, story) }));
  const layout = location.hash === "#card" ? "poster" : location.hash === "#print" ? "print" : "";
  if (layout) document.body.classList.add(layout);

  document.addEventListener("dateline:drawn", (event) => {
    drawn = /** @type {CustomEvent} */ (event).detail;
    try {
      map = atlas(story, data("base-data"), /** @type {import("./types").Drawn} */ (drawn), state, acts);
      // Paper shows all dates; afterwards the reader's own view comes back.
      let seen = state.get();
      addEventListener("beforeprint", () => { seen = state.get(); document.body.classList.add("print"); state.set({ mode: "all" }); map?.resize(); });
      addEventListener("afterprint", () => { document.body.classList.remove("print"); state.set(seen); map?.resize(); });
    } catch (error) {
      alarm();
      throw error;
    } finally {
      document.documentElement.dataset.ready = String(Math.round(performance.now()));
    }
  });
  addEventListener("load", () => { if (!drawn) alarm(); });

  function alarm() {
    byId("alarm").hidden = false;
    byId("alarm").textContent = "The map could not be drawn here. The list holds the whole story.";
  }

  function head() {
    byId("title").textContent = story.title;
    const { articles, places, legs, claims } = story.counts;
    byId("summary").textContent = `${plural(articles, "article")}, ${plural(places, "place")}, ${plural(legs, "leg")}, ${plural(claims, "claim")}. As reported, not confirmed.`;
    for (const [word, count] of Object.entries(story.verdicts)) {
      const chip = verdict(/** @type {import("./types").Word} */ (word));
      chip.append(` ${count}`);
      byId("verdicts").append(el("li", {}, chip));
    }
    byId("lead").append(...foremost());
    const dark = button("Dark", () => state.set({ theme: isDark() ? "light" : "dark" }), { id: "theme" });
    byId("tools").append(exportMenu(story, () => drawn, acts), button("Print", () => window.print()), dark);
  }

  /** The claim that most calls for a second look, in one line: the sharing card has no list. */
  function foremost() {
    const order = Object.keys(VERDICTS);
    const [claim] = story.cards.filter((card) => card.numbers?.readings.length).sort((a, b) => order.indexOf(a.numbers?.word ?? "") - order.indexOf(b.numbers?.word ?? ""));
    if (!claim?.numbers) return [];
    const { stated, unit, readings: [first] } = claim.numbers;
    return ["Claimed: ", words(stated), ". Measured: ", first.words || measure(first.value, unit), ", ", words(first.name), "."];
  }

  function isDark() {
    const chosen = state.get().theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  /** @param {string} name */
  function theme(name) {
    if (name) document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    const node = document.getElementById("theme");
    if (node) node.textContent = isDark() ? "Light" : "Dark";
  }
}

start();
