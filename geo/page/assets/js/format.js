// Write dates and numbers for readers.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const THIN = "\u2009";

/**
 * @param {string} iso a day such as 2023-09-12
 * @param {boolean} [short] "12 Sep" instead of "12 September 2023"
 */
export function dayName(iso, short = false) {
  const [year, month, day] = iso.split("-").map(Number);
  const name = MONTHS[month - 1];
  return short ? `${day} ${name.slice(0, 3)}` : `${day} ${name} ${year}`;
}

/**
 * @param {string} key a layer's key: a day, an interval, or "undated"
 * @param {boolean} [short]
 */
export function keyName(key, short = false) {
  if (key === "undated") return short ? "undated" : "Date not given";
  const [first, last] = key.split("/");
  if (last === undefined) return dayName(first, short);
  if (last === "..") return `from ${dayName(first, short)}`;
  if (first === "..") return `until ${dayName(last, short)}`;
  if (wholeMonth(first, last)) return short ? MONTHS[Number(first.slice(5, 7)) - 1].slice(0, 3) : `${MONTHS[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${dayName(last, short)}`;
  return `${dayName(first, short)} – ${dayName(last, short)}`;
}

/**
 * @param {string} first
 * @param {string} last
 */
function wholeMonth(first, last) {
  const next = new Date(`${last}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return first.slice(0, 7) === last.slice(0, 7) && first.endsWith("-01") && next.getUTCDate() === 1;
}

/**
 * @param {number} value
 * @param {string} unit
 */
export function measure(value, unit) {
  const size = Math.abs(value);
  const digits = size >= 10 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2;
  const [whole, part] = value.toFixed(digits).split(".");
  const grouped = size >= 9999.5 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  return `${part ? `${grouped}.${part}` : grouped}${unit ? THIN + unit : ""}`;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * @param {number} lat
 * @param {number} lon
 */
export function position(lat, lon) {
  return `${Math.abs(lat).toFixed(4)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon).toFixed(4)}° ${lon < 0 ? "W" : "E"}`;
}
