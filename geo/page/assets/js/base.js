// Draw the base map: land, borders, disputed borders, and keep the names for the labels.

const STEPS = 1000; // to a degree

/**
 * @param {import("leaflet").Map} map
 * @param {any} base
 */
export function drawBase(map, base) {
  const pane = map.createPane("base");
  pane.style.zIndex = "200";
  pane.setAttribute("aria-hidden", "true");
  const renderer = L.svg({ pane: "base", padding: 0.6 });
  for (const [name, closed] of /** @type {const} */ ([["land", true], ["borders", false], ["disputed", false]])) {
    const shapes = (base[name] ?? []).map(walked);
    if (!shapes.length) continue;
    for (const shift of base.shifts ?? [0]) {
      const options = { pane: "base", renderer, className: `base ${name}`, interactive: false, smoothFactor: 1.2, noClip: false };
      const moved = shift ? shapes.map((/** @type {[number, number][]} */ line) => line.map(([lat, lon]) => [lat, lon + shift])) : shapes;
      if (closed) L.polygon(/** @type {any} */ (moved), options).addTo(map);
      else L.polyline(/** @type {any} */ (moved), { ...options, fill: false }).addTo(map);
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
