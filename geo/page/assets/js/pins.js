// Plant the pins: one for each place under each date, heaped where they would cover each other.
import { el } from "./dom.js";
import { heaps } from "./labels.js";

const MANY = 400; // points; from here on they are painted on a canvas
const REACH = 25; // pixels: two pins closer than this are one heap
const RANKS = ["leg", "claim", "event"]; // whose pin stands for a heap; a region never does while a point is there

/**
 * @typedef {{ id: string, key: string, layer: any, place: import("./types").Place, cards: string[], rank: number }} Pin
 * @typedef {{ all: Pin[], many: boolean, heapOf: (id: string) => string[], gather: (visible: (card: string) => boolean) => Pin[] }} Pins
 */

/**
 * @param {import("./types").Island} story
 * @param {import("./types").Drawn} drawn
 * @param {(id: string, layer: any) => void} open
 * @returns {Pins}
 */
export function plant(story, drawn, open) {
  const { map, groups, points } = drawn;
  const kinds = new Map(story.cards.map((card) => [card.id, card.kind]));
  const many = Object.values(points).reduce((sum, each) => sum + each.length, 0) > MANY;
  const paint = many ? L.canvas({ padding: 0.3 }) : undefined;
  /** @type {Map<string, string[]>} */
  const heaped = new Map();
  const all = Object.entries(points).flatMap(([key, rows]) => rows.map(([id, lat, lon]) => make(key, id, lat, lon)));
  return { all, many, heapOf: (id) => heaped.get(id) ?? [id], gather };

  /**
   * @param {string} key
   * @param {string} id
   * @param {number} lat
   * @param {number} lon
   * @returns {Pin}
   */
  function make(key, id, lat, lon) {
    const { cards, place: number } = story.marks[id];
    const place = story.places[number ?? 0];
    const layer = /** @type {any} */ (paint ? spot(lat, lon, place, paint) : pin(lat, lon, place));
    layer.addTo(groups[key]);
    layer.on("click", () => open(id, layer));
    layer.on("keydown", (/** @type {any} */ event) => {
      if (event.originalEvent.key !== "Enter" && event.originalEvent.key !== " ") return;
      event.originalEvent.preventDefault();
      open(id, layer);
    });
    const ranks = cards.map((card) => RANKS.indexOf(kinds.get(card) ?? "")).filter((rank) => rank >= 0);
    return { id, key, layer, place, cards, rank: Math.min(RANKS.length, ...ranks) + (place.shape === "region" ? RANKS.length : 0) };
  }

  /** Draw the pins' heaps anew and return the pins that stand for one. */
  function gather(/** @type {(card: string) => boolean} */ visible) {
    if (many) return [];
    const inView = all.filter((each) => map.hasLayer(groups[each.key]) && each.cards.some(visible)).sort((a, b) => a.rank - b.rank);
    const spots = inView.map((each) => map.latLngToContainerPoint(each.layer.getLatLng()));
    heaped.clear();
    for (const heap of heaps(spots, REACH)) {
      const [head] = heap.map((index) => inView[index]);
      const names = [...new Set(heap.map((index) => inView[index].place.name))];
      heaped.set(head.id, heap.map((index) => inView[index].id));
      const node = head.layer.getElement();
      node?.setAttribute("aria-label", names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", "));
      node?.setAttribute("data-more", names.length > 1 ? String(names.length) : "");
      node?.classList.toggle("heap", names.length > 1);
    }
    for (const each of all) each.layer.getElement()?.classList.toggle("under", !heaped.has(each.id));
    const size = map.getSize();
    return inView.filter((each, index) => heaped.has(each.id) && near(spots[index], size, 20));
  }
}

/**
 * Whether a point is on the map, or within a margin of it.
 * @param {{ x: number, y: number }} point
 * @param {{ x: number, y: number }} size
 * @param {number} margin
 */
export function near(point, size, margin) {
  return point.x > -margin && point.y > -margin && point.x < size.x + margin && point.y < size.y + margin;
}

/**
 * @param {number} lat
 * @param {number} lon
 * @param {import("./types").Place} place
 * @param {import("leaflet").Renderer} renderer
 */
function spot(lat, lon, place, renderer) {
  const hollow = place.shape !== "exact";
  // A canvas takes no colours from the style sheet; these hold on light and dark ground.
  return L.circleMarker([lat, lon], { renderer, radius: hollow ? 5 : 4, weight: 2, color: "#5A6168", fillColor: hollow ? "#F6F4EF" : "#1B2126", fillOpacity: hollow ? 0.6 : 0.9 });
}

/**
 * @param {number} lat
 * @param {number} lon
 * @param {import("./types").Place} place
 */
function pin(lat, lon, place) {
  const className = `pin ${place.shape}${place.shape === "exact" ? "" : " unc"}`;
  const layer = L.marker([lat, lon], { icon: L.divIcon({ className, html: el("span", { class: "face" }), iconSize: [26, 26] }), keyboard: true, riseOnHover: true });
  layer.on("add", () => {
    layer.getElement()?.setAttribute("aria-label", place.name);
    layer.getElement()?.setAttribute("aria-haspopup", "dialog");
  });
  return layer;
}
