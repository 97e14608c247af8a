// Open a popup for places and legs: a small dialog that gives the focus back.
import { content, placeLine } from "./cards.js";
import { button, el, words } from "./dom.js";
import { plural } from "./format.js";

const CARDS = 12; // cards in one popup
const NAMES = 3; // places in its title
const [LEFT, RIGHT, FRAME, HIGH] = [58, 64, 30, 420]; // pixels

/**
 * @param {import("./types").Island} story
 * @param {import("leaflet").Map} map
 * @param {import("./types").Store} state
 * @param {import("./cards.js").Acts} acts
 */
export function popups(story, map, state, acts) {
  return { open, choices };

  /**
   * Tell about one place or one leg.
   * @param {import("./types").Card[]} cards
   * @param {import("./types").Place[]} places none for a leg
   * @param {any} at
   * @param {any} from the layer that was chosen
   */
  function open(cards, places, at, from) {
    const { inside, close, show } = bubble(places.map((place) => place.name).join(", ") || cards[0].title, at, from);
    inside.append(...places.map((place) => placeLine(place, acts)));
    for (const card of cards.slice(0, CARDS)) {
      const read = () => {
        close();
        state.set({ card: card.id, view: "story" });
        /** @type {HTMLElement | null} */ (document.querySelector(`#list [data-id="${CSS.escape(card.id)}"]`))?.focus();
      };
      inside.append(el("section", {}, cards.length > 1 || places.length ? el("h3", { dir: "auto" }, card.title) : null, ...content(card, story, acts), button("Read in list", read, { class: "small", "aria-label": `Read in list: ${card.title}` })));
    }
    if (cards.length > CARDS) inside.append(el("p", { class: "meta" }, `and ${plural(cards.length - CARDS, "more card")} in the list`));
    show();
    state.set({ card: cards[0]?.id ?? "" });
  }

  /**
   * List the places that one pin stands for; each opens by itself.
   * @param {{ place: import("./types").Place, cards: import("./types").Card[] }[]} rows
   * @param {any} at
   * @param {any} from the pin
   */
  function choices(rows, at, from) {
    const names = rows.slice(0, NAMES).map((row) => row.place.name).join(", ");
    const rest = rows.length - NAMES;
    const { inside, close, show } = bubble(rest > 0 ? `${names} and ${rest} more` : names, at, from);
    const list = rows.map(({ place, cards }) => {
      const kind = [place.kind, place.country].filter(Boolean).join(", ");
      const own = button("", () => { close(); open(cards, [place], at, from); }, { class: "choice" });
      own.append(words(place.name), el("span", { class: "meta" }, ` ${kind} · ${plural(cards.length, "card")}`));
      return el("li", {}, own);
    });
    inside.append(el("p", { class: "meta" }, "Places that lie close together here:"), el("ul", { class: "choices" }, ...list));
    show();
  }

  /**
   * Make an empty popup with a title; `show` opens it once it is filled.
   * @param {string} title
   * @param {any} at
   * @param {any} from
   */
  function bubble(title, at, from) {
    const home = /** @type {HTMLElement | null} */ (from.getElement?.() ?? document.activeElement);
    const room = map.getSize();
    // The map's own buttons lie above a popup: it keeps clear of them on either side.
    const popup = L.popup({
      maxWidth: Math.min(320, room.x - LEFT - RIGHT - FRAME),
      minWidth: Math.min(240, room.x - LEFT - RIGHT - FRAME),
      maxHeight: Math.max(140, Math.min(HIGH, room.y - 120)),
      autoPanPaddingTopLeft: [LEFT, 16],
      autoPanPaddingBottomRight: [RIGHT, 16],
      closeButton: false,
    });
    const close = () => { popup.close(); };
    const head = el("div", { class: "bubblehead" }, el("h2", { dir: "auto" }, title), button("×", close, { class: "small", "aria-label": "Close" }));
    const inside = el("div", { class: "bubble", role: "dialog", "aria-label": title, tabindex: "-1" }, head);
    inside.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    });
    popup.on("remove", () => {
      if (inside.contains(document.activeElement) || document.activeElement === document.body) home?.focus({ preventScroll: true });
    });
    const show = () => {
      popup.setLatLng(at).setContent(inside).openOn(map);
      inside.focus({ preventScroll: true });
    };
    return { inside, close, show };
  }
}
