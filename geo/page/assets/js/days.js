// Reckon with date layers: where they stand on the axis, and which are in sight.

const DAY_MS = 86400000;
const SCALE = 1000;
const APART = 22; // of SCALE: bars closer than this would touch
const WIDEST = 0.45; // of the axis: an emptier stretch is cut short

/** @param {import("./types").Day} day */
function moment(day) {
  const first = day.first ?? day.last ?? "1970-01-01";
  const last = day.last ?? first;
  return (Date.parse(first) + Date.parse(last)) / 2 / DAY_MS;
}

/**
 * Place the dated layers on an axis of 0..1000, in proportion to time.
 * Neighbours keep a least distance, and a stretch that would take up most of the axis is cut short (`cuts`).
 * @param {import("./types").Day[]} days
 * @returns {{ at: number[], cuts: number[] }}
 */
export function axis(days) {
  const moments = days.map(moment);
  const gaps = moments.slice(1).map((value, index) => Math.max(value - moments[index], 0));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  if (!gaps.length) return { at: days.map(() => SCALE / 2), cuts: [] };
  const cuts = gaps.length < 3 ? [] : gaps.flatMap((gap, index) => (gap > WIDEST * whole && whole - gap > 0 ? [index] : []));
  const rest = gaps.reduce((sum, gap, index) => (cuts.includes(index) ? sum : sum + gap), 0);
  const shown = gaps.map((gap, index) => (cuts.includes(index) ? Math.min(gap, (rest * WIDEST) / (1 - WIDEST)) : gap));
  const least = Math.min(APART, SCALE / gaps.length);
  const total = shown.reduce((sum, gap) => sum + gap, 0) || 1;
  const spare = SCALE - least * gaps.length;
  const at = [0];
  for (const gap of shown) at.push(at[at.length - 1] + least + (spare * gap) / total);
  return { at: at.map((value) => Math.round(value)), cuts };
}

/**
 * @param {number[]} at
 * @param {number} value
 * @returns {number} the index of the nearest layer
 */
export function nearest(at, value) {
  return at.reduce((best, each, index) => (Math.abs(each - value) < Math.abs(at[best] - value) ? index : best), 0);
}

/**
 * @param {import("./types").Day[]} days all layers, the undated one last if there is one
 * @param {import("./types").Choice} mode
 * @param {string} at the key of the chosen layer
 * @param {string[]} own what the reader ticked by hand
 * @returns {string[]} the keys in sight
 */
export function inSight(days, mode, at, own) {
  const keys = days.map((day) => day.key);
  if (mode === "own") return keys.filter((key) => own.includes(key));
  if (mode === "day") return keys.filter((key) => key === at);
  if (mode === "upto") return keys.slice(0, keys.indexOf(at) + 1).filter((key) => key !== "undated");
  return keys;
}
