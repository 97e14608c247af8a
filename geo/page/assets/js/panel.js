// Show the list: three views of the same cards, the filters, and the notes below.
import { cardOf, VERDICTS } from "./cards.js";
import { button, byId, el, link, words } from "./dom.js";
import { passes } from "./filter.js";
import { dayName, keyName, plural } from "./format.js";
import { sample } from "./icons.js";
import { inSight } from "./days.js";

const AT_ONCE = 150; // cards; more are built when asked for
const LEGEND = [
  ["leg sea", "Sea leg"],
  ["leg rail", "Rail leg"],
  ["leg road", "Road leg"],
  ["leg air", "Air leg"],
  ["leg foot", "On foot"],
  ["leg unknown", "Way not given"],
  ["leg rail schematic", "Path not reported (thinner)"],
  ["point", "Exact place"],
  ["approximate", "Approximate place in its circle"],
  ["region", "Region, not a point"],
  ["measure", "Measured distance"],
  ["band", "Claimed distance and its tolerance"],
  ["range", "Claimed range"],
  ["disputed", "Disputed border"],
];

/**
 * @param {import("./types").Island} story
 * @param {import("./types").Store} state
 * @param {import("./cards.js").Acts} acts
 */
export function panel(story, state, acts) {
  const list = byId("list");
  let limit = AT_ONCE;

  const views = byId("views");
  const counts = { story: story.cards.length, claims: story.counts.claims, sources: story.articles.length };
  for (const [view, name] of /** @type {const} */ ([["story", "Story"], ["claims", "Claims"], ["sources", "Sources"]])) {
    views.append(button(`${name} ${counts[view]}`, () => state.set({ view, card: "" }), { "data-view": view, "aria-pressed": "false" }));
  }
  filters(story, state);
  notes(story);

  const redraw = () => {
    const now = state.get();
    const found = story.cards.filter((card) => (now.view !== "claims" || card.numbers) && passes(card, now, story));
    // A chosen card is always in the list, however long the list is.
    const chosen = found.findIndex((card) => card.id === now.card);
    limit = Math.max(limit, chosen + 1);
    byId("found").textContent = found.length === story.cards.length || (now.view === "claims" && found.length === story.counts.claims) ? "" : `${plural(found.length, "card")} of ${story.cards.length}`;
    const groups = now.view === "sources" ? bySource(found.slice(0, limit), story) : now.view === "claims" ? byWord(found.slice(0, limit)) : byDay(found.slice(0, limit), story);
    list.replaceChildren(
      ...groups.map(({ head, extra, cards }) => el("section", { class: "group" }, head, extra, ...cards.map((card) => cardOf(card, story, acts)))),
      ...(found.length > limit ? [button(`Show ${Math.min(AT_ONCE, found.length - limit)} more of ${found.length}`, () => { limit += AT_ONCE; redraw(); mark(); })] : []),
      ...(found.length ? [] : [el("p", { class: "meta" }, "Nothing matches the filters.")]),
    );
  };
  const mark = () => {
    const now = state.get();
    const shown = inSight(story.days, now.mode, now.at, now.on);
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".card"))) {
      node.classList.toggle("chosen", node.dataset.id === now.card);
      node.classList.toggle("away", !shown.includes(node.dataset.day ?? ""));
    }
    for (const node of list.querySelectorAll(".draw")) node.setAttribute("aria-pressed", String((node.getAttribute("data-marks") ?? "").split(" ").every((each) => now.drawn.includes(each))));
    for (const node of views.children) node.setAttribute("aria-pressed", String(node.getAttribute("data-view") === now.view));
  };
  redraw();
  mark();
  const opened = state.get();
  const start = opened.card ? `[data-id="${CSS.escape(opened.card)}"]` : opened.mode === "all" ? "" : `[data-day="${CSS.escape(opened.at)}"]`;
  if (start) list.querySelector(start)?.closest(opened.card ? ".card" : "section")?.scrollIntoView({ block: "start" });
  state.listen((now, before) => {
    const narrowed = (["view", "text", "by", "word", "article"]).some((name) => now[/** @type {"view"} */ (name)] !== before[/** @type {"view"} */ (name)]);
    if (narrowed) limit = AT_ONCE;
    const missing = now.card && !list.querySelector(`[data-id="${CSS.escape(now.card)}"]`);
    if (narrowed || missing) redraw();
    mark();
    if (now.card && now.card !== before.card) list.querySelector(`[data-id="${CSS.escape(now.card)}"]`)?.scrollIntoView({ block: "nearest" });
    else if (now.at !== before.at && now.mode !== "all") list.querySelector(`[data-day="${CSS.escape(now.at)}"]`)?.closest("section")?.scrollIntoView({ block: "start" });
  });
}

/** @typedef {{ head: HTMLElement, extra: HTMLElement | null, cards: import("./types").Card[] }} Group */

/**
 * @param {import("./types").Card[]} cards
 * @param {import("./types").Island} story
 * @returns {Group[]}
 */
function byDay(cards, story) {
  return story.days
    .map((day) => ({ day, cards: cards.filter((card) => card.day === day.key) }))
    .filter((group) => group.cards.length)
    .map(({ day, cards: mine }) => {
      const claims = mine.filter((card) => card.numbers).length;
      const count = [plural(mine.length - claims, "item"), claims ? plural(claims, "claim") : ""].filter(Boolean).join(", ");
      return { head: el("h2", {}, keyName(day.key), el("span", { class: "meta" }, day.about ? ` about · ${count}` : ` ${count}`)), extra: null, cards: mine };
    });
}

/**
 * @param {import("./types").Card[]} cards
 * @returns {Group[]}
 */
function byWord(cards) {
  return Object.entries(VERDICTS)
    .map(([word, name]) => ({ name, cards: cards.filter((card) => card.numbers?.word === word) }))
    .filter((group) => group.cards.length)
    .map(({ name, cards: mine }) => ({ head: el("h2", {}, name, el("span", { class: "meta" }, ` ${mine.length}`)), extra: null, cards: mine }));
}

/**
 * A card that several articles tell stands under the first of them.
 * @param {import("./types").Card[]} cards
 * @param {import("./types").Island} story
 * @returns {Group[]}
 */
function bySource(cards, story) {
  return story.articles
    .map((article, index) => ({ article, cards: cards.filter((card) => card.sources[0]?.article === index) }))
    .map(({ article, cards: mine }) => ({
      head: el("h2", { dir: "auto" }, article.title),
      extra: el(
        "p",
        { class: "meta" },
        words([article.outlet, article.author].filter(Boolean).join(", ")),
        article.published ? ` · ${dayName(article.published)} (date from: ${article.from}) · ` : " · publication date unknown · ",
        link(article.url, "article"),
        " · file ",
        words(article.file),
        el("span", { class: "hash" }, ` · SHA-256 ${article.sha256.slice(0, 16)}…`),
      ),
      cards: mine,
    }));
}

/**
 * @param {import("./types").Island} story
 * @param {import("./types").Store} state
 */
function filters(story, state) {
  const form = byId("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  const search = /** @type {HTMLInputElement} */ (el("input", { type: "search", id: "filter-text", placeholder: "Filter by words", "aria-label": "Filter by words", maxlength: 200 }));
  search.value = state.get().text;
  search.addEventListener("input", () => state.set({ text: search.value }));
  form.append(search);
  const choose = (/** @type {"by" | "word" | "article"} */ name, /** @type {string} */ all, /** @type {[string, string][]} */ options) => {
    if (options.length < 2) return;
    const select = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": all }, el("option", { value: "" }, all), ...options.map(([value, label]) => el("option", { value }, label))));
    select.value = state.get()[name];
    select.addEventListener("change", () => state.set({ [name]: select.value }));
    form.append(select);
  };
  const modes = [...new Set(story.cards.map((card) => card.mode).filter(Boolean))].sort();
  choose("by", "Any travel", modes.map((mode) => [mode, mode === "unknown" ? "way not given" : mode]));
  choose("word", "Any verdict", Object.keys(story.verdicts).map((word) => [word, VERDICTS[/** @type {import("./types").Word} */ (word)]]));
  choose("article", "Any source", story.articles.map((article, index) => [String(index), article.outlet ? `${article.outlet}: ${article.title}` : article.title]));
}

/** @param {import("./types").Island} story */
function notes(story) {
  const fold = (/** @type {string} */ id, /** @type {string} */ title, /** @type {Node[]} */ ...inside) => el("details", { id }, el("summary", {}, title), ...inside);
  const rows = story.unmapped.map((each) => el("li", {}, el("strong", {}, words(each.words)), each.count > 1 ? ` ×${each.count}` : "", ": ", words(each.because), " · ", words(story.articles[each.article].outlet || story.articles[each.article].title)));
  byId("notes").append(
    fold("legend", "Legend", el("ul", { class: "legend" }, ...LEGEND.filter(([kind]) => inLegend(kind, story)).map(([kind, name]) => el("li", {}, sample(kind), name)))),
    fold("unmapped", `Not mapped (${story.unmapped.length})`, rows.length ? el("ul", {}, ...rows) : el("p", {}, "Every place name that was read is on the map.")),
    fold(
      "method",
      "Method and corrections",
      el("ul", {}, ...story.method.map((each) => el("li", {}, each))),
      ...(story.warnings.length ? [el("h3", {}, "Warnings"), el("ul", {}, ...story.warnings.map((each) => el("li", {}, words(each))))] : []),
      el("h3", {}, "Corrections"),
      el("p", {}, "None recorded in this file. A place put wrongly is corrected in a gazetteer file, a date in the article’s front matter; the page is then made again."),
      el("h3", {}, "Credits"),
      el("ul", {}, ...story.credits.map((each) => el("li", {}, words(each))), el("li", {}, "Map software: Leaflet 1.9.4 (BSD-2-Clause), folium")),
    ),
  );
}

/**
 * @param {string} kind
 * @param {import("./types").Island} story
 */
function inLegend(kind, story) {
  const marks = Object.values(story.marks);
  const [name, mode, status] = kind.split(" ");
  if (name === "leg") return marks.some((mark) => mark.kind === "leg" && mark.mode === mode && (!status || mark.status.includes(status)));
  if (name === "point" || name === "approximate" || name === "region") return story.places.some((place) => place.shape === (name === "point" ? "exact" : name));
  return name === "disputed" || marks.some((mark) => mark.kind === name);
}
