// Bring the marks that folium drew to life, and let the map follow the state.
import { drawBase } from "./base.js";
import { inSight } from "./days.js";
import { button, el } from "./dom.js";
import { passes } from "./filter.js";
import { endTick, sign } from "./icons.js";
import { plant } from "./pins.js";
import { popups } from "./popup.js";
import { writer } from "./writing.js";

const FOCUSED = ["leg", "measure"]; // kinds of lines that the keyboard reaches
const CLOSEST = 8; // zoom level: the base map is not finer
const WIDE = 600; // pixels
const PIN = 28; // pixels
const BUTTONS = { wide: 132, narrow: 62 }; // pixels that the buttons take on the left
const AROUND = 5; // zoom level that still shows the countries about a place

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
  const firsts = new Set(story.cards.flatMap((card) => card.numbers?.readings.find((reading) => reading.marks.length)?.marks ?? []));
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  let following = false;
  let waiting = false;

  controls();
  whole(false, story.focus);
  drawBase(map, base);
  const { open, choices } = popups(story, map, state, acts);
  const pins = plant(story, drawn, openPin);
  const write = writer(story, base, drawn, pins);
  for (const [id, layers] of Object.entries(marks)) for (const layer of layers) enliven(id, layer);
  map.on("zoomend moveend resize", arrange);
  map.on("overlayadd overlayremove", ticked);
  state.listen((now, before) => {
    follow();
    if (now.mode === "day" && (now.at !== before.at || before.mode !== "day")) frameDay(now.at);
    if (now.mode === "all" && before.mode !== "all" && !now.card) whole(!still(), story.focus);
  });
  follow();
  const { card, mode, at } = state.get();
  if (card) look(card);
  else if (mode === "day") frameDay(at);
  return { look, resize };

  /** Show the whole story. */
  function whole(animate = !still(), box = story.bounds) {
    if (!box) return map.setView([20, 20], 2, { animate: false });
    const [west, south, east, north] = box;
    return fit(L.latLngBounds([south, west], [north, east]), animate);
  }

  /**
   * @param {import("leaflet").LatLngBounds} box
   * @param {boolean} animate
   * @param {number} [maxZoom]
   */
  function fit(box, animate, maxZoom = CLOSEST) {
    const { x, y } = map.getSize();
    const pad = Math.min(70, x / 8, y / 6);
    // On the left stand the buttons; no pin should open beneath them where there is room beside.
    return map.fitBounds(box, { paddingTopLeft: [x > WIDE ? BUTTONS.wide : BUTTONS.narrow, pad], paddingBottomRight: [pad, pad], maxZoom, animate });
  }

  /**
   * Show what is on the map for one date, with enough around it to tell where that is.
   * @param {string} key
   */
  function frameDay(key) {
    const box = groups[key].getBounds();
    if (box.isValid()) fit(box, !still(), AROUND);
  }

  /** The place for the map has another size. */
  function resize() {
    map.invalidateSize({ animate: false });
    whole(false, story.focus);
  }

  function controls() {
    L.control.zoom({ position: "topleft" }).addTo(map);
    const home = el("div", { class: "leaflet-bar whole" }, button("", () => { state.set({ card: "" }); whole(); }, { title: "Whole story" }));
    home.firstElementChild?.append(sign("home"), el("span", {}, "Whole story"));
    const credit = el("div", { class: "credit" }, [base.credit ?? "no base map", `border view: ${story.borders}`].join(" · "));
    control("topleft", home);
    control("bottomright", credit);
    L.control.scale({ position: "bottomleft" }).addTo(map);
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map: arrow keys pan, plus and minus zoom");
    map.getContainer().querySelector(".leaflet-control-layers-toggle")?.setAttribute("aria-label", "Date layers");
  }

  /**
   * @param {import("leaflet").ControlPosition} position
   * @param {HTMLElement} node
   */
  function control(position, node) {
    const Box = L.Control.extend({ onAdd: () => node });
    L.DomEvent.disableClickPropagation(node);
    new Box({ position }).addTo(map);
  }

  /**
   * @param {string} id
   * @param {any} layer
   */
  function enliven(id, layer) {
    layer.on("click", (/** @type {any} */ event) => { L.DomEvent.stopPropagation(event); choose(id, layer, event.latlng); });
    layer.on("add", () => ready(id, layer));
    if (map.hasLayer(layer)) ready(id, layer);
  }

  /**
   * A line that came onto the map tells what it is, and the keyboard can reach it.
   * @param {string} id
   * @param {any} layer
   */
  function ready(id, layer) {
    const mark = story.marks[id];
    const node = /** @type {SVGElement | undefined} */ (layer.getElement());
    node?.setAttribute("data-mark", id);
    if (node?.ownerSVGElement && mark.kind === "measure" && layer.options.className.endsWith(" stroke")) {
      endTick(node.ownerSVGElement);
      for (const end of ["start", "end"]) node.setAttribute(`marker-${end}`, "url(#tick)");
    }
    if (!node || !FOCUSED.includes(mark.kind) || !layer.options.className.endsWith(" hit")) return;
    const title = cards.get(mark.cards[0])?.title ?? "";
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", mark.kind === "leg" ? `${["Leg", mark.order].filter(Boolean).join(" ")}: ${title}` : `${mark.label}: ${title}`);
    node.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(id, layer, layer.getCenter());
    };
  }

  /**
   * A claim speaks through its card, a leg through a popup.
   * @param {string} id
   * @param {any} layer
   * @param {any} at
   */
  function choose(id, layer, at) {
    const card = cards.get(story.marks[id].cards[0]);
    if (!card) return;
    if (card.kind !== "claim") return open([card], [], at, layer);
    state.set({ card: card.id, view: state.get().view === "claims" ? "claims" : "story" });
    /** @type {HTMLElement | null} */ (document.querySelector(`#list [data-id="${CSS.escape(card.id)}"]`))?.focus();
  }

  /**
   * @param {string} id
   * @param {any} layer
   */
  function openPin(id, layer) {
    const heap = pins.heapOf(id).map((each) => story.marks[each]);
    const told = [...new Set(heap.flatMap((mark) => mark.cards))].flatMap((each) => cards.get(each) ?? []);
    const places = [...new Set(heap.map((mark) => mark.place ?? 0))];
    const rows = places.map((place) => ({ place: story.places[place], cards: told.filter((card) => card.places.includes(place)) }));
    if (rows.length > 1) choices(rows, layer.getLatLng(), layer);
    else open(told, rows.map((row) => row.place), layer.getLatLng(), layer);
  }

  /** The layer control was ticked by hand. */
  function ticked() {
    if (!following) state.set({ mode: "own", on: story.days.map((day) => day.key).filter((key) => map.hasLayer(groups[key])) });
  }

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
    /** @type {Set<string>} */
    const told = new Set();
    for (const [id, layers] of Object.entries(marks).sort(([a], [b]) => Number(chosen.has(b)) - Number(chosen.has(a)))) {
      const mark = story.marks[id];
      // The first reading of a claim is drawn from the start, the others when asked for.
      const spare = mark.kind === "measure" && !firsts.has(id) && !now.drawn.includes(id);
      const off = spare || !shown.includes(mark.day) || !mark.cards.some(visible);
      // The same circle, line or arc of several dates or claims is drawn once.
      const shape = mark.kind === "leg" || off || !layers.length ? "" : `${mark.kind} ${mark.status} ${/** @type {any} */ (layers[0]).getBounds().toBBoxString()}`;
      const hidden = spare || !mark.cards.some(visible) || told.has(shape);
      if (shape) told.add(shape);
      for (const layer of layers) {
        layer.getElement()?.classList.toggle("chosen", chosen.has(id));
        layer.getElement()?.classList.toggle("filtered", hidden);
      }
    }
    for (const { id, layer } of pins.all) layer.getElement?.()?.classList.toggle("chosen", chosen.has(id));
    arrange();
  }

  /** @param {string} id */
  function visible(id) {
    const card = cards.get(id);
    return card !== undefined && passes(card, state.get(), story);
  }

  /** Heap pins that would cover each other, then give labels the room that is left; at most once a frame. */
  function arrange() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      circles();
      write(pins.gather(visible));
    });
  }

  /** A circle that its own pin would cover only blurs the pin. */
  function circles() {
    for (const [id, [layer]] of Object.entries(marks)) {
      if (story.marks[id].kind !== "around" || !layer || !map.hasLayer(layer)) continue;
      const box = /** @type {any} */ (layer).getBounds();
      const across = map.latLngToLayerPoint(box.getNorthEast()).x - map.latLngToLayerPoint(box.getSouthWest()).x;
      layer.getElement()?.classList.toggle("tiny", across < PIN);
    }
  }

  /**
   * Bring a card's marks into sight; stay when they are well in sight already.
   * @param {string} id
   */
  function look(id) {
    const own = new Set(cards.get(id)?.marks ?? []);
    const layers = [...[...own].flatMap((mark) => marks[mark] ?? []), ...pins.all.filter((pin) => own.has(pin.id)).map((pin) => pin.layer)];
    if (!layers.length) return;
    const box = L.latLngBounds([]);
    for (const layer of layers) box.extend(layer.getBounds ? layer.getBounds() : layer.getLatLng());
    const across = map.latLngToContainerPoint(box.getNorthWest()).distanceTo(map.latLngToContainerPoint(box.getSouthEast()));
    if (!map.getBounds().contains(box) || across < 120) fit(box, !still());
  }
}
