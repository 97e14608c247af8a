// Build the cards of the list, and the same content for popups.
import { button, el, link, words } from "./dom.js";
import { dayName, keyName, measure, plural, position } from "./format.js";
import { sign } from "./icons.js";

// What calls for a second look comes first.
export const VERDICTS = {
  contradicted: "Contradicted",
  depends: "Depends on the reading",
  close: "Close",
  "not checkable": "Not checkable",
  supported: "Supported",
};
const PRECISION = {
  exact: "exact place",
  approximate: "approximate place",
  region: "region, not a point",
};

/**
 * @typedef {{ show: (card: string) => void, draw: (marks: string[]) => void, copy: (text: string, what: string) => void, address: (card: string) => string }} Acts
 */

/** @param {import("./types").Word} word */
export function verdict(word) {
  return el("span", { class: `chip verdict ${word.replace(" ", "-")}` }, sign(word), VERDICTS[word]);
}

/**
 * @param {import("./types").Source} source
 * @param {import("./types").Island} story
 */
function quotation(source, story) {
  const article = story.articles[source.article];
  const named = article.outlet || article.title || article.file;
  const paragraph = source.paragraph ? `paragraph ${source.paragraph}` : "";
  const published = article.published ? dayName(article.published) : "publication date unknown";
  const cite = el("p", { class: "cite" }, words(named), `, ${published}${paragraph ? `, ${paragraph}` : ""} · `, link(article.url, "article"));
  const quote = el("blockquote", { dir: "auto" }, source.before, el("mark", {}, source.words), source.after);
  return el("div", { class: "source" }, source.says ? el("p", { class: "says" }, words(source.says)) : null, quote, cite);
}

/**
 * @param {import("./types").Numbers} numbers
 * @param {Acts} acts
 */
function figures(numbers, acts) {
  const list = el("dl", { class: "figures" });
  const row = (/** @type {string | Node} */ name, /** @type {string | Node} */ value, kind = "") => list.append(el("div", { class: kind }, el("dt", {}, name), el("dd", {}, value)));
  if (numbers.stated) row("Claimed", words(numbers.stated));
  if (numbers.tolerance !== null) row("Tolerance", `± ${measure(numbers.tolerance, numbers.unit)}`);
  if (numbers.second) row("The same in", el("span", {}, words(numbers.second), numbers.second_fits === null ? "" : numbers.second_fits ? " (agrees)" : " (does not agree)"));
  const first = numbers.readings.find((reading) => reading.marks.length);
  for (const reading of numbers.readings) {
    const value = el("span", { class: "value" }, reading.words || measure(reading.value, numbers.unit), " ", sign(reading.fits ? "supported" : "contradicted", reading.fits ? "fits" : "misses"), el("span", { class: "unseen" }, reading.fits ? "fits the claim" : "does not fit"));
    const name = el("span", {}, words(reading.name));
    // The first reading is on the map from the start.
    if (reading.marks.length && reading !== first) name.append(" ", button("Draw", () => acts.draw(reading.marks), { class: "small draw", "data-marks": reading.marks.join(" "), "aria-pressed": "false", "aria-label": `Draw: ${reading.name}` }));
    row(name, value, "reading");
  }
  return list;
}

/**
 * @param {import("./types").Place} place
 * @param {Acts} acts
 */
export function placeLine(place, acts) {
  const at = position(place.lat, place.lon);
  return el(
    "p",
    { class: "where" },
    el("strong", {}, words(place.name)),
    ` ${[place.kind, place.country].filter(Boolean).join(", ")} · ${PRECISION[place.shape]}, ±\u2009${measure(place.radius, "km")} · `,
    button(at, () => acts.copy(`${place.lat}, ${place.lon}`, "Coordinates"), { class: "small plain", "aria-label": `Copy coordinates ${at}` }),
    place.source ? el("span", { class: "meta" }, " ", words(place.source)) : null,
  );
}

/** @param {import("./types").Card} card */
function chips(card) {
  const row = el("p", { class: "chips" });
  if (card.numbers) row.append(verdict(card.numbers.word));
  for (const tag of card.tags) row.append(el("span", { class: `chip ${tag === card.mode ? `mode ${card.mode}` : ""}` }, tag === card.mode ? sign(card.mode) : null, tag));
  return row;
}

/**
 * What a card says, without its frame.
 * @param {import("./types").Card} card
 * @param {import("./types").Island} story
 * @param {Acts} acts
 */
export function content(card, story, acts) {
  const facts = el("dl", { class: "facts" });
  for (const [name, value] of card.facts) facts.append(el("div", {}, el("dt", {}, name), el("dd", {}, words(value))));
  const parts = [chips(card)];
  if (card.kind !== "claim") parts.push(el("p", { class: "meta" }, keyName(card.day), card.when && card.when !== card.day ? words(` · ${card.when}`) : null));
  if (card.numbers) parts.push(figures(card.numbers, acts));
  const because = card.because ? el("p", { class: "because" }, words(card.because)) : null;
  if (card.numbers && because) parts.push(because);
  if (card.facts.length) parts.push(facts);
  if (card.conflicts.length) parts.push(el("div", { class: "conflict" }, el("p", {}, el("strong", {}, "Sources differ")), ...card.conflicts.map((each) => el("p", {}, words(each)))));
  for (const [name, ok, because] of card.checks) parts.push(el("p", { class: "check" }, sign(ok === null ? "not checkable" : ok ? "supported" : "contradicted"), " ", words(`${name}: ${because}`)));
  parts.push(el("div", { class: card.sources.length > 1 ? "sources several" : "sources" }, ...card.sources.map((source) => quotation(source, story))));
  // How a program came to it is small print where no number is at stake.
  if (!card.numbers && because) parts.push(because);
  return parts;
}

/**
 * @param {import("./types").Card} card
 * @param {import("./types").Island} story
 * @param {Acts} acts
 */
export function cardOf(card, story, acts) {
  const title = el("h3", { dir: "auto", class: card.title.startsWith("…") ? "cut" : null }, card.kind === "claim" ? `“${card.title}”` : card.title);
  const foot = el("p", { class: "foot" });
  if (card.marks.length) foot.append(button("Show on map", () => acts.show(card.id), { "aria-label": `Show on map: ${card.title}` }));
  else foot.append(el("span", { class: "offmap" }, "Not on the map: ", words(card.unmapped)));
  foot.append(button("Copy link", () => acts.copy(acts.address(card.id), "Link"), { class: "quiet", "aria-label": `Copy link to: ${card.title}` }));
  const places = card.places.length ? el("details", { class: "places" }, el("summary", {}, plural(card.places.length, "place")), ...card.places.map((index) => placeLine(story.places[index], acts))) : null;
  return el(
    "article",
    { class: `card ${card.kind}`, "data-id": card.id, "data-kind": card.kind, "data-day": card.day, "data-verdict": card.numbers?.word, tabindex: "-1" },
    title,
    ...content(card, story, acts),
    places,
    el("p", { class: "hiddenmark" }, "Hidden on the map: its date is switched off"),
    foot,
  );
}
