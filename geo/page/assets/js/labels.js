// Find room for labels, so that none covers another, a pin, or the edge of the map.

/**
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @typedef {{ x: number, y: number, width: number, height: number, gap: number, sides: string, must?: boolean }} Wish
 */

/**
 * @param {Wish} wish
 * @param {string} side
 * @returns {Box}
 */
export function boxAt(wish, side) {
  const { x, y, width, height, gap } = wish;
  const lefts = { r: x + gap, l: x - gap - width, a: x - width / 2, b: x - width / 2, c: x - width / 2, R: x + gap * 0.7, L: x - gap * 0.7 - width, Q: x + gap * 0.7, K: x - gap * 0.7 - width };
  const tops = { r: y - height / 2, l: y - height / 2, a: y - gap - height, b: y + gap, c: y - height / 2, R: y - gap * 0.6 - height, L: y - gap * 0.6 - height, Q: y + gap * 0.6, K: y + gap * 0.6 };
  const left = lefts[/** @type {keyof typeof lefts} */ (side)];
  const top = tops[/** @type {keyof typeof tops} */ (side)];
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Place labels in order; each takes the first of its sides that is free, or stays away.
 * Sides: r right, l left, a above, b below, c centred; R, L above and Q, K below to the right and left.
 * @param {Wish[]} wishes the most important first
 * @param {Box[]} taken
 * @param {Box} frame
 * @returns {(Box | null)[]}
 */
export function settle(wishes, taken, frame) {
  const used = [...taken];
  return wishes.map((wish) => {
    for (const side of wish.sides) {
      const box = boxAt(wish, side);
      const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (inside && !used.some((other) => overlap(other, box))) {
        used.push(box);
        return box;
      }
    }
    return null;
  });
}

/**
 * Gather points that lie closer than `reach`; the first of each heap stands for it.
 * @param {{ x: number, y: number }[]} points the most important first
 * @param {number} reach
 * @returns {number[][]} heaps of indexes
 */
export function heaps(points, reach) {
  /** @type {number[][]} */
  const made = [];
  /** @type {Map<string, number[]>} */
  const grid = new Map();
  points.forEach((point, index) => {
    const column = Math.floor(point.x / reach);
    const row = Math.floor(point.y / reach);
    let home = -1;
    for (let dx = -1; dx <= 1 && home < 0; dx += 1) {
      for (let dy = -1; dy <= 1 && home < 0; dy += 1) {
        for (const heap of grid.get(`${column + dx}/${row + dy}`) ?? []) {
          const first = points[made[heap][0]];
          if (Math.abs(first.x - point.x) < reach && Math.abs(first.y - point.y) < reach) home = heap;
        }
      }
    }
    if (home >= 0) made[home].push(index);
    else {
      made.push([index]);
      const cell = `${column}/${row}`;
      grid.set(cell, [...(grid.get(cell) ?? []), made.length - 1]);
    }
  });
  return made;
}
