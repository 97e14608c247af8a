// Draw the small signs: verdicts, ways of travel, arrows. Shapes carry the meaning, colour only repeats it.

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  supported: "M3 8.5l3.2 3.2L13 5",
  close: "M2.5 6.5c2-2 3.5-2 5.5 0s3.5 2 5.5 0M2.5 11c2-2 3.5-2 5.5 0s3.5 2 5.5 0",
  depends: "M8 2.5v7M8 12.6v.9",
  contradicted: "M4 4l8 8M12 4l-8 8",
  "not checkable": "M5.4 6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.6M8 12.6v.9",
  sea: "M8 2.5v8M5.5 5h5M3 9c0 3 2 4.5 5 4.5S13 12 13 9",
  rail: "M4.5 3h7v7.5h-7zM4.5 7h7M4.5 13.5l1.5-3M11.5 13.5l-1.5-3",
  road: "M2.5 10.5V5h6.5v5.5M9 7h2.6l1.9 2v1.5M2 11.5h12M5 13.3v.1M11 13.3v.1",
  air: "M8 2.5v11M2.5 9.5L8 6.5l5.5 3M6 13.5l2-1 2 1",
  foot: "M8 2.6v.1M8 5v5M8 10l-2.5 3.5M8 10l2.5 3.5M5 7h6",
  unknown: "M3 8h10M10 5l3 3-3 3",
  home: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  arrow: "M8 13.5V3M4 7l4-4.5L12 7",
};

/**
 * @param {string} name
 * @param {string} [extra] further classes
 */
export function sign(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `sign ${extra}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[/** @type {keyof typeof SIGNS} */ (name)] ?? SIGNS.unknown);
  svg.append(path);
  return svg;
}

/**
 * The small bar at either end of a measured line, as a marker for the paths in one drawing.
 * @param {SVGElement} svg
 */
export function endTick(svg) {
  if (svg.querySelector("#tick")) return;
  const marker = document.createElementNS(SVG, "marker");
  const shape = { id: "tick", orient: "auto", markerUnits: "userSpaceOnUse", markerWidth: 4, markerHeight: 20, refX: 2, refY: 10 };
  for (const [key, value] of Object.entries(shape)) marker.setAttribute(key, String(value));
  const bar = document.createElementNS(SVG, "path");
  bar.setAttribute("d", "M2 1V19");
  bar.setAttribute("class", "tick");
  marker.append(bar);
  svg.prepend(marker);
}

/**
 * A sample of how something looks on the map.
 * @param {string} kind classes of the map's own styles
 */
export function sample(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 44 16");
  svg.setAttribute("class", "sample");
  svg.setAttribute("aria-hidden", "true");
  const shapes = {
    point: [["circle", "pin exact", { cx: 22, cy: 8, r: 5 }]],
    approximate: [["circle", "mark around", { cx: 22, cy: 8, r: 7 }], ["circle", "pin approximate", { cx: 22, cy: 8, r: 3 }]],
    region: [["rect", "mark around", { x: 8, y: 2, width: 28, height: 12, rx: 6 }]],
    band: [["rect", "mark band", { x: 2, y: 2, width: 40, height: 12 }], ["path", "mark arc stroke", { d: "M2 9Q22 3 42 9" }]],
    range: [["rect", "mark range", { x: 4, y: 2, width: 36, height: 12, rx: 6 }]],
  };
  const parts = /** @type {Record<string, unknown[][]>} */ (shapes)[kind] ?? ["casing", "stroke", "inner"].map((part) => ["path", `mark ${kind} ${part}`, { d: kind === "measure" ? "M3 8H41M3 3V13M41 3V13" : "M2 8H42" }]);
  for (const [tag, name, attributes] of /** @type {[string, string, Record<string, string>][]} */ (parts)) {
    const node = document.createElementNS(SVG, tag);
    node.setAttribute("class", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    svg.append(node);
  }
  return svg;
}
