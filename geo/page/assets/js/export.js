// Let readers take the data away: GeoJSON and CSV from the island, a link, a snippet to embed.
import { button, el } from "./dom.js";
import { VERDICTS } from "./cards.js";

/** @param {number} lon */
function wrap(lon) {
  return Math.round((((((lon + 180) % 360) + 360) % 360) - 180) * 1e5) / 1e5;
}

/**
 * Cut a line where it crosses the antimeridian, as RFC 7946 asks.
 * @param {[number, number][]} line longitudes may leave -180..180, steps are short
 * @returns {[number, number][][]}
 */
export function cutLine(line) {
  /** @type {[number, number][][]} */
  const parts = [[]];
  line.forEach(([lon, lat], index) => {
    const side = Math.floor((lon + 180) / 360);
    if (index) {
      const [before, low] = line[index - 1];
      const other = Math.floor((before + 180) / 360);
      if (side !== other) {
        const edge = Math.max(side, other) * 360 - 180;
        const crossing = Math.round((low + ((lat - low) * (edge - before)) / (lon - before)) * 1e5) / 1e5;
        parts[parts.length - 1].push([side > other ? 180 : -180, crossing]);
        parts.push([[side > other ? -180 : 180, crossing]]);
      }
    }
    parts[parts.length - 1].push([wrap(lon), Math.round(lat * 1e5) / 1e5]);
  });
  return parts.filter((part) => part.length > 1);
}

/**
 * @param {import("./types").Island} story
 * @param {import("./types").Drawn} drawn
 */
export function geojson(story, drawn) {
  const cards = new Map(story.cards.map((card) => [card.id, card]));
  /** @type {object[]} */
  const features = [];
  for (const [id, mark] of Object.entries(story.marks)) {
    const card = cards.get(mark.cards[0]);
    if (!card) continue;
    const place = mark.place === null ? null : story.places[mark.place];
    const source = card.sources[0];
    const article = source && story.articles[source.article];
    const geometry = mark.kind === "point" && place ? { type: "Point", coordinates: [place.lon, place.lat] } : lineOf(drawn.marks[id]?.[0]);
    if (!geometry) continue;
    features.push({
      type: "Feature",
      id,
      geometry,
      properties: {
        layer: mark.kind, date: mark.day, title: card.title, kind: card.kind, mode: mark.mode, status: mark.status, place: place?.name ?? "", precision: place ? place.shape : "drawn line",
        radius_km: place?.radius ?? null, verdict: card.numbers ? VERDICTS[card.numbers.word] : "", quote: source ? source.before + source.words + source.after : "", source: article ? article.outlet || article.title : "", published: article?.published ?? "", url: article?.url ?? "",
      },
    });
  }
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** @param {any} layer */
function lineOf(layer) {
  if (!layer) return null;
  const parts = cutLine(layer.getLatLngs().flat(2).map((/** @type {any} */ at) => [at.lng, at.lat]));
  return parts.length === 1 ? { type: "LineString", coordinates: parts[0] } : { type: "MultiLineString", coordinates: parts };
}

/**
 * A cell that no spreadsheet runs as a formula.
 * @param {string | number | null} value
 */
export function cell(value) {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** @param {import("./types").Island} story */
export function csv(story) {
  const head = ["id", "kind", "date", "title", "verdict", "claimed", "measured", "tolerance", "unit", "place", "lat", "lon", "precision", "radius_km", "quote", "source", "published", "url", "not_mapped"];
  const rows = story.cards.map((card) => {
    const place = story.places[card.places[0]];
    const source = card.sources[0];
    const article = source && story.articles[source.article];
    return [
      card.id, card.kind, card.day, card.title, card.numbers ? VERDICTS[card.numbers.word] : "", card.numbers?.stated ?? "", card.numbers?.measured ?? null, card.numbers?.tolerance ?? null, card.numbers?.unit ?? "",
      place?.name ?? "", place?.lat ?? null, place?.lon ?? null, place?.shape ?? "", place?.radius ?? null, source ? source.before + source.words + source.after : "", article ? article.outlet || article.title : "", article?.published ?? "", article?.url ?? "", card.unmapped,
    ];
  });
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/**
 * @param {import("./types").Island} story
 * @param {() => import("./types").Drawn | null} drawn
 * @param {import("./cards.js").Acts} acts
 */
export function exportMenu(story, drawn, acts) {
  const save = (/** @type {string} */ text, /** @type {string} */ type, /** @type {string} */ name) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = /** @type {HTMLAnchorElement} */ (el("a", { download: name }));
    link.href = address;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  const snippet = () => `<iframe src="${location.href.split("#")[0].replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="100%" height="640" title="${story.title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}" sandbox="allow-scripts allow-popups"></iframe>`;
  return el(
    "details",
    { class: "menu" },
    el("summary", {}, "Share and export"),
    el(
      "div",
      { class: "menubox" },
      button("Copy link to this view", () => acts.copy(location.href, "Link")),
      button("Copy code to embed", () => acts.copy(snippet(), "Code")),
      button("Save GeoJSON", () => { const now = drawn(); if (now) save(geojson(story, now), "application/geo+json", "story.geojson"); }, { id: "save-geojson" }),
      button("Save CSV", () => save(csv(story), "text/csv", "story.csv"), { id: "save-csv" }),
      el("p", { class: "meta" }, "GeoPackage, KML and GeoParquet: dateline export"),
    ),
  );
}
