// Open a popup for places and legs: a small dialog that gives the focus back.
import { content, placeLine } from "./cards.js";
import { button, el } from "./dom.js";
import { plural } from "./format.js";

const CARDS = 12; // cards in one popup

/**
 * @param {import("./types").Island} story
 * @param {import("leaflet").Map} map
 * @param {import("./types").Store} state
 * @param {import("./cards.js").Acts} acts
 */
export function popups(story, map, state, acts) {
  /**
   * @param {import("./types").Card[]} cards
   * @param {import("./types").Place[]} places none for a leg
   * @param {any} at
   * @param {any} from the layer that was chosen
   */
  return function open(cards, places, at, from) {
    const title = places.map((place) => place.name).join(", ") || cards[0].title;
    const home = /** @type {HTMLElement | null} */ (from.getElement?.() ?? document.activeElement);
    const room = map.getSize();
    const bubble = L.popup({
      maxWidth: Math.min(320, room.x - 110),
      minWidth: Math.min(240, room.x - 120),
      maxHeight: Math.max(140, room.y - 120),
      autoPanPaddingTopLeft: [16, 16],
      autoPanPaddingBottomRight: [68, 16],
      closeButton: false,
    });
    const close = button("×", () => bubble.close(), { class: "small", "aria-label": "Close" });
    const inside = el("div", { class: "bubble", role: "dialog", "aria-label": title, tabindex: "-1" }, el("div", { class: "bubblehead" }, el("h2", { dir: "auto" }, title), close), ...places.map((place) => placeLine(place, acts)));
    for (const card of cards.slice(0, CARDS)) {
      const read = () => {
        bubble.close();
        state.set({ card: card.id, view: "story" });
        /** @type {HTMLElement | null} */ (document.querySelector(`#list [data-id="${CSS.escape(card.id)}"]`))?.focus();
      };
      inside.append(el("section", {}, cards.length > 1 || places.length ? el("h3", { dir: "auto" }, card.title) : null, ...content(card, story, acts), button("Read in list", read, { class: "small", "aria-label": `Read in list: ${card.title}` })));
    }
    if (cards.length > CARDS) inside.append(el("p", { class: "meta" }, `and ${plural(cards.length - CARDS, "more card")} in the list`));
    inside.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      bubble.close();
    });
    bubble.on("remove", () => {
      if (inside.contains(document.activeElement) || document.activeElement === document.body) home?.focus({ preventScroll: true });
    });
    bubble.setLatLng(at).setContent(inside).openOn(map);
    inside.focus({ preventScroll: true });
    state.set({ card: cards[0]?.id ?? "" });
  };
}
