// Make elements. Text only ever becomes text: nothing here parses HTML.

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(.../** @type {(Node | string)[]} */ (children.filter((each) => each !== null && each !== undefined && each !== "")));
  return node;
}

/**
 * Outside words keep their own direction and do not disturb the line around them.
 * @param {string} text
 */
export function words(text) {
  return el("bdi", {}, text);
}

/**
 * @param {string} label
 * @param {() => void} act
 * @param {Record<string, string | boolean>} [attributes]
 */
export function button(label, act, attributes = {}) {
  const node = el("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", act);
  return node;
}

/**
 * A link to an article, or its address as text when it is not http(s).
 * @param {string} address
 * @param {string} label
 */
export function link(address, label) {
  const safe = web(address);
  if (!safe) return el("span", { class: "nolink" }, label ? `${label}, no link` : "no link");
  return el("a", { href: safe, rel: "noopener noreferrer nofollow", target: "_blank" }, label);
}

/**
 * @param {string} address
 * @returns {string} the address when it is http or https, else ""
 */
export function web(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no #${id}`);
  return node;
}
