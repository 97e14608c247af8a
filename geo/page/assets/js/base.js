// Draw the base map: land, borders, disputed borders, and keep the names for the labels.

/**
 * @param {import("leaflet").Map} map
 * @param {any} base
 */
export function drawBase(map, base) {
  const pane = map.createPane("base");
  pane.style.zIndex = "200";
  pane.setAttribute("aria-hidden", "true");
  const renderer = L.svg({ pane: "base", padding: 0.6 });
  for (const [name, closed] of /** @type {const} */ ([["land", true], ["lakes", true], ["borders", false], ["disputed", false]])) {
    const shapes = flat(base[name], closed);
    if (!shapes.length) continue;
    for (const shift of base.shifts ?? [0]) {
      const options = { pane: "base", renderer, className: `base ${name}`, interactive: false, smoothFactor: 1.2, noClip: false };
      const moved = shapes.map((shape) => (closed ? shape.map((/** @type {[number, number][]} */ ring) => turned(ring, shift)) : turned(/** @type {any} */ (shape), shift)));
      if (closed) L.polygon(/** @type {any} */ (moved), options).addTo(map);
      else L.polyline(/** @type {any} */ (moved), { ...options, fill: false }).addTo(map);
    }
  }
}

/**
 * @param {[number, number][]} ring
 * @param {number} shift
 */
function turned(ring, shift) {
  return ring.map(([lon, lat]) => [lat, lon + shift]);
}

/**
 * Take any GeoJSON apart into polygons (closed) or lines.
 * @param {any} shape
 * @param {boolean} closed
 * @returns {any[]}
 */
export function flat(shape, closed) {
  if (!shape) return [];
  if (Array.isArray(shape)) return shape.flatMap((each) => flat(each, closed));
  if (shape.type === "FeatureCollection") return flat(shape.features, closed);
  if (shape.type === "Feature") return flat(shape.geometry, closed);
  if (shape.type === "GeometryCollection") return flat(shape.geometries, closed);
  if (shape.type === "MultiPolygon") return closed ? shape.coordinates : shape.coordinates.flat();
  if (shape.type === "Polygon") return closed ? [shape.coordinates] : shape.coordinates;
  if (shape.type === "MultiLineString") return closed ? [] : shape.coordinates;
  return shape.type === "LineString" && !closed ? [shape.coordinates] : [];
}
