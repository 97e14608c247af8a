// Bring the marks that folium drew to life: pins, labels, popups, choosing.
import { drawBase } from "./base.js";
import { content, placeLine } from "./cards.js";
import { inSight } from "./days.js";
import { button, byId, el, words } from "./dom.js";
import { passes } from "./filter.js";
import { keyName, plural } from "./format.js";
import { sign } from "./icons.js";
import { heaps, settle } from "./labels.js";

const MANY = 400; // points; from here on they are painted on a canvas
const REACH = 25; // pixels: two pins closer than this are one heap

/**
 * @typedef {{ id: string, key: string, layer: any, mark: import("./types").Mark, place: import("./types").Place, rank: number }} Pin
 */

/**
 * @param {import("./types").Island} story
 * @param {any} base
 * @param {import("./types").Drawn} drawn
 * @param {import("./types").Store} state
 * @param {import("./cards.js").Acts} acts
 */
export function atlas(story, base, drawn, state, acts) {
  const { map, groups, marks } = drawn;
  const cards = new Map(story.cards.map((card) => [card.id, card]));
  const many = Object.values(drawn.points).reduce((sum, points) => sum + points.length, 0) > MANY;
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const labels = map.createPane("labels");
  labels.style.zIndex = "620";
  labels.setAttribute("aria-hidden", "true");

  controls();
  whole(false);
  drawBase(map, base);
  const pins = plant();
  for (const [id, layers] of Object.entries(marks)) enliven(id, layers);
  map.on("zoomend moveend resize", arrange);
  map.on("zoomstart", () => labels.classList.add("moving"));
  map.on("overlayadd overlayremove", ticked);
  state.listen(follow);
  follow();
  if (state.get().card) look(state.get().card);
  return { look, resize: () => { map.invalidateSize({ animate: false }); whole(false); } };

  /** Show all of the story, or all marks in sight. */
  function whole(/** @type {boolean} */ animate = !still(), /** @type {[number, number, number, number] | null} */ box = story.bounds) {
    if (!box) return map.setView([20, 20], 2, { animate: false });
    const [west, south, east, north] = box;
    const room = map.getSize();
    const pad = Math.min(70, room.x / 8, room.y / 6);
    map.fitBounds([[south, west], [north, east]], { padding: [pad, pad], maxZoom: 8, animate });
    return map;
  }

  function controls() {
    L.control.zoom({ position: "topleft" }).addTo(map);
    const Whole = L.Control.extend({
      onAdd() {
        const box = el("div", { class: "leaflet-bar whole" }, button("Whole story", () => { state.set({ card: "" }); whole(); }));
        L.DomEvent.disableClickPropagation(box);
        return box;
      },
    });
    new Whole({ position: "topleft" }).addTo(map);
    L.control.scale({ position: "bottomleft" }).addTo(map);
    const credit = [base.credit ?? "Natural Earth", `border view: ${story.borders}`].join(" · ");
    const Credit = L.Control.extend({ onAdd: () => el("div", { class: "credit" }, credit, many ? "" : "") });
    new Credit({ position: "bottomright" }).addTo(map);
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map: arrow keys pan, plus and minus zoom");
    const toggle = map.getContainer().querySelector(".leaflet-control-layers-toggle");
    toggle?.setAttribute("aria-label", "Date layers");
  }

  /** @returns {Pin[]} */
  function plant() {
    const paint = many ? L.canvas({ padding: 0.3 }) : undefined;
    return Object.entries(drawn.points).flatMap(([key, points]) =>
      points.map(([id, lat, lon]) => {
        const mark = story.marks[id];
        const place = story.places[mark.place ?? 0];
        const layer = many ? spot(lat, lon, place, paint) : pin(lat, lon, place);
        layer.addTo(groups[key]);
        layer.on("click", () => open(id, layer));
        layer.on("keydown", (/** @type {any} */ event) => { if (event.originalEvent.key === "Enter" || event.originalEvent.key === " ") { event.originalEvent.preventDefault(); open(id, layer); } });
        return { id, key, layer, mark, place, rank: rank(mark) };
      }),
    );
  }

  function spot(/** @type {number} */ lat, /** @type {number} */ lon, /** @type {import("./types").Place} */ place, /** @type {any} */ paint) {
    const hollow = place.shape !== "exact";
    return L.circleMarker([lat, lon], { renderer: paint, radius: hollow ? 5 : 4, weight: 2, color: "#5A6168", fillColor: hollow ? "#F6F4EF" : "#1B2126", fillOpacity: hollow ? 0.6 : 0.9, className: "" });
  }

  function pin(/** @type {number} */ lat, /** @type {number} */ lon, /** @type {import("./types").Place} */ place) {
    const face = el("span", { class: "face" });
    const layer = L.marker([lat, lon], { icon: L.divIcon({ className: `pin ${place.shape}${place.shape === "exact" ? "" : " unc"}`, html: face, iconSize: [26, 26] }), keyboard: true, riseOnHover: true });
    layer.on("add", () => {
      const node = layer.getElement();
      node?.setAttribute("aria-label", place.name);
      node?.setAttribute("aria-haspopup", "dialog");
    });
    return layer;
  }

  /** Legs and claims first: their pins stand for a heap, and their labels get room first. */
  function rank(/** @type {import("./types").Mark} */ mark) {
    const kinds = mark.cards.map((id) => cards.get(id)?.kind);
    return kinds.includes("leg") ? 0 : kinds.includes("claim") ? 1 : kinds.includes("event") ? 2 : 3;
  }

  function enliven(/** @type {string} */ id, /** @type {any[]} */ layers) {
    const mark = story.marks[id];
    for (const layer of layers) {
      layer.on("click", (/** @type {any} */ event) => { L.DomEvent.stopPropagation(event); choose(id, layer, event.latlng); });
      layer.on("add", () => ready(id, mark, layer));
      if (map.hasLayer(layer)) ready(id, mark, layer);
    }
  }

  function ready(/** @type {string} */ id, /** @type {import("./types").Mark} */ mark, /** @type {any} */ layer) {
    const node = layer.getElement();
    if (!node) return;
    node.setAttribute("data-mark", id);
    const main = mark.kind === "leg" || mark.kind === "measure" ? "hit" : "";
    if (!main || !layer.options.className.endsWith(main)) return;
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", nameOf(mark));
    if (node.dataset?.heard) return;
    node.setAttribute("data-heard", "1");
    node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(id, layer, layer.getCenter());
    });
  }

  function nameOf(/** @type {import("./types").Mark} */ mark) {
    const card = cards.get(mark.cards[0]);
    return mark.kind === "leg" ? `Leg${mark.order ? ` ${mark.order}` : ""}: ${card?.title ?? ""}` : `${mark.label}: ${card?.title ?? ""}`;
  }

  /** A claim speaks through its card, everything else through a popup. */
  function choose(/** @type {string} */ id, /** @type {any} */ layer, /** @type {any} */ at) {
    const card = cards.get(story.marks[id].cards[0]);
    if (!card) return;
    if (card.kind === "claim") {
      state.set({ card: card.id, view: state.get().view === "claims" ? "claims" : "story" });
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-id="${CSS.escape(card.id)}"]`))?.focus();
    } else popup([card], null, at, layer);
  }

  function open(/** @type {string} */ id, /** @type {any} */ layer) {
    const heap = (heapOf.get(id) ?? [id]).map((each) => story.marks[each]);
    const told = [...new Set(heap.flatMap((mark) => mark.cards))].map((each) => cards.get(each)).filter((each) => each !== undefined);
    const places = [...new Set(heap.map((mark) => mark.place ?? 0))].map((index) => story.places[index]);
    popup(told, places, layer.getLatLng(), layer);
  }

  function popup(/** @type {import("./types").Card[]} */ told, /** @type {import("./types").Place[] | null} */ places, /** @type {any} */ at, /** @type {any} */ from) {
    const title = places ? places.map((place) => place.name).join(", ") : told[0].title;
    const inside = el("div", { class: "bubble", role: "dialog", "aria-label": title, tabindex: "-1" }, el("div", { class: "bubblehead" }, el("h2", { dir: "auto" }, title), button("×", () => bubble.close(), { class: "small close-bubble", "aria-label": "Close" })));
    if (places) inside.append(...places.map((place) => placeLine(place, acts)));
    for (const card of told.slice(0, 12)) {
      inside.append(
        el("section", {}, told.length > 1 || places ? el("h3", { dir: "auto" }, card.title) : null, ...content(card, story, acts), button("Read in list", () => { bubble.close(); state.set({ card: card.id, view: "story" }); focusCard(card.id); }, { class: "small" })),
      );
    }
    if (told.length > 12) inside.append(el("p", { class: "meta" }, `and ${plural(told.length - 12, "more card")} in the list`));
    const room = map.getSize();
    const bubble = L.popup({ maxWidth: Math.min(320, room.x - 60), minWidth: Math.min(240, room.x - 80), maxHeight: Math.max(140, room.y - 120), autoPan: true, autoPanPadding: [16, 16], closeButton: false }).setLatLng(at).setContent(inside);
    const back = document.activeElement;
    bubble.on("remove", () => {
      const home = from.getElement?.() ?? back;
      if (inside.contains(document.activeElement) || document.activeElement === document.body) /** @type {HTMLElement | null} */ (home)?.focus?.({ preventScroll: true });
    });
    inside.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); /** @type {HTMLElement | null} */ (from.getElement?.() ?? back)?.focus?.({ preventScroll: true }); bubble.close(); } });
    bubble.openOn(map);
    inside.focus({ preventScroll: true });
    state.set({ card: told[0]?.id ?? "" });
  }

  function focusCard(/** @type {string} */ id) {
    /** @type {HTMLElement | null} */ (document.querySelector(`#list [data-id="${CSS.escape(id)}"]`))?.focus();
  }

  /** The layer control was ticked by hand. */
  function ticked() {
    if (following) return;
    state.set({ mode: "own", on: story.days.map((day) => day.key).filter((key) => map.hasLayer(groups[key])) });
  }

  /** Let the map follow the state. */
  function follow() {
    const now = state.get();
    const shown = inSight(story.days, now.mode, now.at, now.on);
    following = true;
    for (const [key, group] of Object.entries(groups)) {
      if (shown.includes(key) && !map.hasLayer(group)) map.addLayer(group);
      if (!shown.includes(key) && map.hasLayer(group)) map.removeLayer(group);
    }
    following = false;
    const chosen = new Set(cards.get(now.card)?.marks ?? []);
    const first = firstReadings();
    for (const [id, layers] of Object.entries(marks)) {
      const mark = story.marks[id];
      const pass = mark.cards.some((each) => visible(each));
      const spare = mark.kind === "measure" && !first.has(id) && !now.drawn.includes(id);
      for (const layer of layers) {
        const node = layer.getElement?.();
        node?.classList.toggle("chosen", chosen.has(id));
        node?.classList.toggle("filtered", !pass || spare);
      }
    }
    for (const each of pins) {
      const node = each.layer.getElement?.();
      node?.classList.toggle("chosen", chosen.has(each.id));
    }
    arrange();
  }

  /** The first reading of a claim is drawn from the start, the others when asked for. */
  function firstReadings() {
    return new Set(story.cards.flatMap((card) => card.numbers?.readings.find((reading) => reading.marks.length)?.marks ?? []));
  }

  function visible(/** @type {string} */ id) {
    const card = cards.get(id);
    return card !== undefined && passes(card, state.get(), story);
  }

  /** Heap pins that would cover each other, then give labels the room that is left. */
  function arrange() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      labels.classList.remove("moving");
      const shown = gather();
      write(shown);
      document.documentElement.dataset.arranged = String(Number(document.documentElement.dataset.arranged ?? 0) + 1);
    });
  }

  /** @returns {Pin[]} the pins that stand for a heap */
  function gather() {
    if (many) return [];
    const inView = pins.filter((each) => map.hasLayer(groups[each.key]) && each.mark.cards.some(visible)).sort((a, b) => a.rank - b.rank);
    const size = map.getSize();
    const points = inView.map((each) => map.latLngToContainerPoint(each.layer.getLatLng()));
    heapOf.clear();
    /** @type {Set<string>} */
    const heads = new Set();
    const made = heaps(points, REACH);
    for (const heap of made) {
      const head = inView[heap[0]];
      heads.add(head.id);
      heapOf.set(head.id, heap.map((index) => inView[index].id));
      const others = [...new Set(heap.map((index) => inView[index].place.name))];
      const node = head.layer.getElement();
      node?.setAttribute("aria-label", others.length > 1 ? `${others.slice(0, 4).join(", ")}${others.length > 4 ? ` and ${others.length - 4} more` : ""}` : head.place.name);
      node?.setAttribute("data-more", others.length > 1 ? String(others.length) : "");
      node?.classList.toggle("heap", others.length > 1);
    }
    for (const each of pins) each.layer.getElement()?.classList.toggle("under", !heads.has(each.id));
    return inView.filter((each, index) => heads.has(each.id) && points[index].x > -20 && points[index].y > -20 && points[index].x < size.x + 20 && points[index].y < size.y + 20);
  }

  /** @param {Pin[]} shown */
  function write(shown) {
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    /** @type {{ node: HTMLElement, x: number, y: number, gap: number, sides: string }[]} */
    const wishes = [];
    const add = (/** @type {HTMLElement} */ node, /** @type {any} */ at, gap = 14, sides = "rlabRLQK") => wishes.push({ node, x: at.x, y: at.y, gap, sides });
    const lines = Object.entries(marks).filter(([id, layers]) => layers[0] && map.hasLayer(layers[0]) && !layers[0].getElement()?.classList.contains("filtered") && story.marks[id].label + story.marks[id].order + (story.marks[id].kind === "leg" ? "leg" : ""));
    for (const [id, layers] of lines) {
      const mark = story.marks[id];
      if (mark.kind !== "leg") continue;
      const middle = halfway(layers[0]);
      if (middle) add(legSign(mark, middle.angle), middle.at, 0, "c");
    }
    for (const [id, layers] of lines) {
      const mark = story.marks[id];
      if (!mark.label || mark.kind === "leg") continue;
      const at = mark.kind === "range" ? rim(layers[0]) : halfway(layers[0])?.at;
      if (at) add(el("span", { class: `tag ${mark.kind}` }, words(mark.label)), at, 10);
    }
    for (const each of shown) {
      const names = [...new Set((heapOf.get(each.id) ?? []).map((id) => story.places[story.marks[id].place ?? 0].name))];
      add(el("span", { class: `name ${each.place.shape}` }, words(each.place.name), names.length > 1 ? ` +${names.length - 1}` : ""), map.latLngToContainerPoint(each.layer.getLatLng()), each.place.shape === "region" ? 13 : 14);
    }
    for (const [id, layers] of lines) {
      const mark = story.marks[id];
      if (mark.kind !== "leg" || !mark.label) continue;
      const middle = halfway(layers[0]);
      if (middle) add(el("span", { class: "tag schematic" }, mark.label), middle.at, 22, "barl");
    }
    if (size.x > 500) for (const [name, lon, lat, rank] of base.labels ?? []) if (rank <= map.getZoom() * 1.7) for (const shift of base.shifts ?? [0]) add(el("span", { class: "country" }, name), map.latLngToContainerPoint([lat, lon + shift]), 0, "c");
    const near = wishes.filter(({ x, y }) => x > -40 && y > -40 && x < size.x + 40 && y < size.y + 40);
    labels.replaceChildren(...near.map((wish) => wish.node));
    const measured = near.map((wish) => ({ ...wish, width: wish.node.offsetWidth + 2, height: wish.node.offsetHeight }));
    const boxes = settle(measured, obstacles(shown), { left: 2, top: 2, right: size.x - 2, bottom: size.y - 2 });
    boxes.forEach((box, index) => {
      const node = near[index].node;
      if (box) L.DomUtil.setPosition(node, /** @type {any} */ (corner.add([box.left, box.top])));
      else node.remove();
    });
  }

  /** What labels must not cover: pins and the map's own controls. */
  function obstacles(/** @type {Pin[]} */ shown) {
    const frame = map.getContainer().getBoundingClientRect();
    const controls = [...map.getContainer().querySelectorAll(".leaflet-control")].map((node) => node.getBoundingClientRect()).filter((box) => box.width);
    return [
      ...shown.map((each) => map.latLngToContainerPoint(each.layer.getLatLng())).map(({ x, y }) => ({ left: x - 12, top: y - 12, right: x + 12, bottom: y + 12 })),
      ...controls.map((box) => ({ left: box.left - frame.left - 2, top: box.top - frame.top - 2, right: box.right - frame.left + 2, bottom: box.bottom - frame.top + 2 })),
    ];
  }

  function legSign(/** @type {import("./types").Mark} */ mark, /** @type {number} */ angle) {
    const arrow = sign("arrow", "turn");
    arrow.style.transform = `rotate(${angle}deg)`;
    return el("span", { class: `legsign ${mark.mode} ${mark.status}` }, mark.order ? el("b", {}, mark.order) : null, sign(mark.mode || "unknown"), arrow);
  }

  /** Where a line has half its length on the screen, and which way it runs there (degrees from up). */
  function halfway(/** @type {any} */ layer) {
    const points = layer.getLatLngs().flat(2).map((/** @type {any} */ each) => map.latLngToContainerPoint(each));
    if (points.length < 2) return null;
    const steps = points.slice(1).map((/** @type {any} */ each, /** @type {number} */ index) => each.distanceTo(points[index]));
    let left = steps.reduce((/** @type {number} */ sum, /** @type {number} */ each) => sum + each, 0) / 2;
    if (left < 18) return null;
    const index = steps.findIndex((/** @type {number} */ each) => (left -= each) <= 0);
    const [a, b] = [points[index], points[index + 1]];
    const share = steps[index] ? 1 + left / steps[index] : 0;
    return { at: L.point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share), angle: (Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI };
  }

  /** The point of a ring that is furthest up, but on the map. */
  function rim(/** @type {any} */ layer) {
    const size = map.getSize();
    const points = layer.getLatLngs().flat(2).map((/** @type {any} */ each) => map.latLngToContainerPoint(each));
    const inside = points.filter((/** @type {any} */ each) => each.x > 60 && each.y > 30 && each.x < size.x - 60 && each.y < size.y - 30);
    return inside.sort((/** @type {any} */ a, /** @type {any} */ b) => a.y - b.y)[0];
  }

  /** Bring a card's marks into sight: switch their date on, and move only if they are not on the map. */
  function look(/** @type {string} */ id) {
    const layers = marksOf(id);
    if (!layers.length) return;
    const box = L.latLngBounds([]);
    for (const layer of layers) box.extend(layer.getBounds ? layer.getBounds() : layer.getLatLng());
    const pixels = map.latLngToContainerPoint(box.getNorthWest()).distanceTo(map.latLngToContainerPoint(box.getSouthEast()));
    if (map.getBounds().contains(box) && pixels > 120) return;
    const room = map.getSize();
    const pad = Math.min(60, room.x / 6, room.y / 5);
    map.fitBounds(box, { padding: [pad, pad], maxZoom: 8, animate: !still() });
  }

  function marksOf(/** @type {string} */ id) {
    const card = cards.get(id);
    if (!card) return [];
    const own = new Set(card.marks);
    return [...card.marks.flatMap((mark) => marks[mark] ?? []), ...pins.filter((each) => own.has(each.id)).map((each) => each.layer)];
  }
}

/** @type {Map<string, string[]>} */
const heapOf = new Map();
let following = false;
let waiting = false;
