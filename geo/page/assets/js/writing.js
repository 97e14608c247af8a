// Write on the map: names, figures, signs of legs, countries; each where there is room, or not at all.
import { el, words } from "./dom.js";
import { sign } from "./icons.js";
import { settle } from "./labels.js";
import { near } from "./pins.js";

const BESIDE = "rlabRLQK";
const COUNTRIES_FROM = 500; // pixels of width: a smaller map has no room for them
const ROOMY = 90; // pixels: a smaller circle of doubt has no room for words
const SAME = 200; // pixels: within this, the same words are not written twice
const RANK_A_ZOOM = 1.7; // how many more ranks of countries each zoom level names

/**
 * @param {import("./types").Island} story
 * @param {any} base
 * @param {import("./types").Drawn} drawn
 * @param {import("./pins.js").Pins} pins
 */
export function writer(story, base, drawn, pins) {
  const { map, marks } = drawn;
  const pane = map.createPane("labels");
  pane.style.zIndex = "620";
  pane.setAttribute("aria-hidden", "true");
  map.on("zoomstart", () => pane.classList.add("moving"));

  /** @param {import("./pins.js").Pin[]} shown */
  return function write(shown) {
    pane.classList.remove("moving");
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const wishes = wanted(shown).filter((wish) => near(wish, size, 40));
    pane.replaceChildren(...wishes.map((wish) => wish.node));
    const measured = wishes.map((wish) => ({ ...wish, width: wish.node.offsetWidth + 2, height: wish.node.offsetHeight }));
    settle(measured, obstacles(shown), { left: 2, top: 2, right: size.x - 2, bottom: size.y - 2 }).forEach((box, index) => {
      const { node } = wishes[index];
      if (box) L.DomUtil.setPosition(node, /** @type {any} */ (corner.add([box.left, box.top])));
      else node.remove();
    });
  };

  /**
   * All labels, the most important first.
   * @param {import("./pins.js").Pin[]} shown
   */
  function wanted(shown) {
    /** @type {{ node: HTMLElement, x: number, y: number, gap: number, sides: string }[]} */
    const wishes = [];
    const wish = (/** @type {HTMLElement} */ node, /** @type {any} */ at, gap = 14, sides = BESIDE) => at && wishes.push({ node, x: at.x, y: at.y, gap, sides });
    const lines = Object.entries(marks)
      .filter(([, [layer]]) => layer && map.hasLayer(layer) && !layer.getElement()?.classList.contains("filtered"))
      .map(([id, [layer]]) => ({ mark: story.marks[id], layer, middle: halfway(layer) }));
    const legs = lines.filter(({ mark, middle }) => mark.kind === "leg" && middle);
    for (const { mark, middle } of legs) wish(legSign(mark, middle?.angle ?? 0), middle?.at, 12, "cabrl");
    for (const { mark, layer, middle } of lines) {
      if (mark.kind === "around" && across(layer) < ROOMY) continue;
      if (mark.label && mark.kind !== "leg" && !wishes.some((each) => each.node.textContent === mark.label && middle && Math.hypot(each.x - middle.at.x, each.y - middle.at.y) < SAME)) wish(el("span", { class: `tag ${mark.kind} ${mark.status}` }, words(mark.label)), mark.kind === "range" || mark.kind === "around" ? top(layer) : middle?.at, 10);
    }
    for (const { id, place, layer } of shown) {
      const others = new Set(pins.heapOf(id).map((each) => story.marks[each].place)).size - 1;
      wish(el("span", { class: `name ${place.shape}` }, words(place.name), others ? ` +${others}` : ""), map.latLngToContainerPoint(layer.getLatLng()));
    }
    for (const { mark, middle } of legs) if (mark.label) wish(el("span", { class: "tag schematic" }, mark.label), middle?.at, 22, "barl");
    if (map.getSize().x > COUNTRIES_FROM) for (const [name, lon, lat] of countries(shown)) wish(el("span", { class: "country" }, name), map.latLngToContainerPoint([lat, lon]), 0, "c");
    return wishes;
  }

  /**
   * Names of countries, but for those that stand beside a pin.
   * @param {import("./pins.js").Pin[]} shown
   * @returns {[string, number, number][]}
   */
  function countries(shown) {
    const far = map.getZoom() * RANK_A_ZOOM;
    const told = new Set(shown.map((pin) => pin.place.name));
    const named = (base.labels ?? []).filter((/** @type {any[]} */ [name, , , rank]) => rank <= far && !told.has(name));
    return (base.shifts ?? [0]).flatMap((/** @type {number} */ shift) => named.map((/** @type {any[]} */ [name, lon, lat]) => [name, lon + shift, lat]));
  }

  /**
   * What labels must not cover: pins and the map's own controls.
   * @param {import("./pins.js").Pin[]} shown
   */
  function obstacles(shown) {
    const frame = map.getContainer().getBoundingClientRect();
    const spots = shown.map((each) => map.latLngToContainerPoint(each.layer.getLatLng()));
    const controls = [...map.getContainer().querySelectorAll(".leaflet-control")].map((node) => node.getBoundingClientRect()).filter((box) => box.width);
    return [
      ...spots.map(({ x, y }) => ({ left: x - 12, top: y - 12, right: x + 12, bottom: y + 12 })),
      ...controls.map((box) => ({ left: box.left - frame.left - 2, top: box.top - frame.top - 2, right: box.right - frame.left + 2, bottom: box.bottom - frame.top + 2 })),
    ];
  }

  /** @param {any} layer */
  function pixels(layer) {
    return /** @type {import("leaflet").Point[]} */ (layer.getLatLngs().flat(2).map((/** @type {any} */ each) => map.latLngToContainerPoint(each)));
  }

  /**
   * Where a line has half its length on the screen, and which way it runs there (degrees from up).
   * @param {any} layer
   */
  function halfway(layer) {
    const points = pixels(layer);
    const steps = points.slice(1).map((point, index) => point.distanceTo(points[index]));
    let left = steps.reduce((sum, step) => sum + step, 0) / 2;
    if (left < 18) return null;
    const index = steps.findIndex((step) => (left -= step) <= 0);
    const [a, b] = [points[index], points[index + 1]];
    const share = steps[index] ? 1 + left / steps[index] : 0;
    return { at: L.point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share), angle: (Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI };
  }

  /** @param {any} layer */
  function across(layer) {
    const columns = pixels(layer).map((point) => point.x);
    return Math.max(...columns) - Math.min(...columns);
  }

  /**
   * The highest point of a ring that is well on the map.
   * @param {any} layer
   */
  function top(layer) {
    const size = map.getSize();
    return pixels(layer).filter((point) => near(point, size, -50)).sort((a, b) => a.y - b.y)[0];
  }
}

/**
 * @param {import("./types").Mark} mark
 * @param {number} angle
 */
function legSign(mark, angle) {
  const arrow = sign("arrow", "turn");
  arrow.style.transform = `rotate(${angle}deg)`;
  return el("span", { class: `legsign ${mark.mode} ${mark.status}` }, mark.order ? el("b", {}, mark.order) : null, sign(mark.mode || "unknown"), arrow);
}
