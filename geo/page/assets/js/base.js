// Draw the base map: land, borders, disputed borders, and keep the names for the labels.

const STEPS = 1000; // to a degree
const GROUND = /** @type {const} */ ([["land", true], ["borders", false], ["disputed", false]]);

/**
 * @param {import("leaflet").Map} map
 * @param {any} base
 */
export function drawBase(map, base) {
  const pane = map.createPane("base");
  pane.style.zIndex = "200";
  pane.setAttribute("aria-hidden", "true");
  const renderer = L.svg({ pane: "base", padding: 0.6 });
  const lines = GROUND.map(([name, closed]) => ({ name, closed, shapes: /** @type {number[][]} */ (base[name] ?? []).map(walked) }));
  const seen = map.getBounds();
  for (const shift of base.shifts ?? [0]) {
    // Copies of the globe that are out of sight wait until the page stands.
    if (seen.getWest() < 180 + shift && seen.getEast() > shift - 180) copy(shift);
    else setTimeout(copy, 0, shift);
  }

  /** @param {number} shift degrees */
  function copy(shift) {
    for (const { name, closed, shapes } of lines.filter((each) => each.shapes.length)) {
      const options = { pane: "base", renderer, className: `base ${name}`, interactive: false, smoothFactor: 1.2, noClip: false, fill: closed };
      const moved = shift ? shapes.map((line) => line.map(([lat, lon]) => [lat, lon + shift])) : shapes;
      (closed ? L.polygon(/** @type {any} */ (moved), options) : L.polyline(/** @type {any} */ (moved), options)).addTo(map);
    }
  }
}

/**
 * Walk the steps that Python packed: whole thousandths of a degree, each pair from the point before.
 * @param {number[]} steps lon, lat, lon, lat, ...
 * @returns {[number, number][]} latitude first, as Leaflet wants it
 */
export function walked(steps) {
  /** @type {[number, number][]} */
  const line = [];
  let [lon, lat] = [0, 0];
  for (let index = 0; index < steps.length; index += 2) line.push([(lat += steps[index + 1]) / STEPS, (lon += steps[index]) / STEPS]);
  return line;
}
