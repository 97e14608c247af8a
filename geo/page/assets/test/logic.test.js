// Tests of the page's logic; run with: node --test geo/page/assets/test/*.test.js
import assert from "node:assert/strict";
import { test } from "node:test";
import { walked } from "../js/base.js";
import { axis, inSight, nearest } from "../js/days.js";
import { cell, cutLine } from "../js/export.js";
import { fold, passes } from "../js/filter.js";
import { keyName, measure, plural, position } from "../js/format.js";
import { heaps, overlap, settle } from "../js/labels.js";
import { fromHash, store, toHash } from "../js/state.js";

const day = (first, last = first) => ({ key: first === last ? first : `${first}/${last}`, first, last, about: false, count: 1 });
const undated = { key: "undated", first: null, last: null, about: false, count: 1 };

test("the axis is in proportion to time and keeps bars apart", () => {
  const { at } = axis([day("2023-09-01"), day("2023-09-11"), day("2023-09-21")]);
  assert.deepEqual(at, [0, 500, 1000]);
  const crowded = axis([day("2023-09-01"), day("2023-09-02"), day("2023-12-30")]).at;
  assert.ok(crowded[1] - crowded[0] >= 22);
});

test("an axis of one date puts it in the middle", () => {
  assert.deepEqual(axis([day("2023-09-01")]), { at: [500], cuts: [] });
});

test("a stretch that takes most of the axis is cut short", () => {
  const { at, cuts } = axis([day("2017-01-01"), day("2023-09-01"), day("2023-09-05"), day("2023-09-09"), day("2023-09-13")]);
  assert.deepEqual(cuts, [0]);
  assert.ok(at[1] < 520);
});

test("the thumb snaps to the nearest date", () => {
  assert.equal(nearest([0, 300, 1000], 640), 1);
});

test("each mode shows its dates", () => {
  const days = [day("2023-09-01"), day("2023-09-02"), undated];
  assert.deepEqual(inSight(days, "day", "2023-09-02", []), ["2023-09-02"]);
  assert.deepEqual(inSight(days, "upto", "2023-09-02", []), ["2023-09-01", "2023-09-02"]);
  assert.deepEqual(inSight(days, "all", "2023-09-02", []), ["2023-09-01", "2023-09-02", "undated"]);
  assert.deepEqual(inSight(days, "own", "", ["undated", "nonsense"]), ["undated"]);
});

test("dates are written for readers", () => {
  assert.equal(keyName("2023-09-12"), "12 September 2023");
  assert.equal(keyName("2023-09-07/2023-09-08"), "7–8 September 2023");
  assert.equal(keyName("2023-12-30/2024-01-02"), "30 December 2023 – 2 January 2024");
  assert.equal(keyName("2023-09-01/2023-09-30"), "September 2023");
  assert.equal(keyName("2023-09-07/.."), "from 7 September 2023");
  assert.equal(keyName("undated"), "Date not given");
});

test("numbers keep a thin space and few digits", () => {
  assert.equal(measure(201.43, "km"), "201\u2009km");
  assert.equal(measure(9212.6, "km"), "9213\u2009km");
  assert.equal(measure(12345.6, "km"), "12\u2009346\u2009km");
  assert.equal(measure(3.14159, "h"), "3.1\u2009h");
  assert.equal(measure(0.456, "km"), "0.46\u2009km");
  assert.equal(plural(1, "claim"), "1 claim");
  assert.equal(position(-33.5, 151.25), "33.5000° S, 151.2500° E");
});

test("labels never cover each other, a pin, or the edge", () => {
  const frame = { left: 0, top: 0, right: 300, bottom: 200 };
  const wishes = Array.from({ length: 30 }, (_, index) => ({ x: 20 + (index % 6) * 40, y: 20 + Math.floor(index / 6) * 25, width: 60, height: 16, gap: 10, sides: "rlabRLQK" }));
  const pins = wishes.map(({ x, y }) => ({ left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 }));
  const placed = settle(wishes, pins, frame).filter((box) => box !== null);
  assert.ok(placed.length > 3);
  placed.forEach((box, index) => {
    assert.ok(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200);
    for (const other of [...placed.slice(index + 1), ...pins]) assert.ok(!overlap(box, other));
  });
});

test("pins that would cover each other are one heap, in order of rank", () => {
  assert.deepEqual(heaps([{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 10, y: 5 }], 25), [[0, 2], [1]]);
});

test("a line is cut at the antimeridian", () => {
  assert.deepEqual(cutLine([[170, 0], [190, 10]]), [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]]]);
  assert.deepEqual(cutLine([[10, 0], [20, 10]]), [[[10, 0], [20, 10]]]);
});

test("no cell starts a formula", () => {
  assert.equal(cell("=1+1"), `"'=1+1"`);
  assert.equal(cell('say "x"'), '"say ""x"""');
  assert.equal(cell(-5), "-5");
  assert.equal(cell(null), '""');
});

const card = { id: "c1", kind: "claim", day: "2023-09-01", title: "Zürich", when: "", tags: [], mode: "sea", because: "", numbers: { word: "close" }, places: [], sources: [{ article: 0, before: "from ", words: "Тихорецк", after: "", paragraph: 1, says: "" }] };
const story = { days: [day("2023-09-01"), undated], cards: [card], articles: [{ outlet: "Post" }], places: [], marks: { m1: {} }, verdicts: { close: 1 } };
const state = { mode: "day", at: "2023-09-01", on: [], view: "claims", card: "c1", drawn: ["m1"], text: "zu &=#", by: "sea", word: "close", article: "0", theme: "dark" };

test("filters look into words, quotes and outlets without accents", () => {
  const open = { ...state, text: "", by: "", word: "", article: "" };
  assert.ok(passes(card, { ...open, text: "zurich post" }, story));
  assert.ok(passes(card, { ...open, text: "тихорецк" }, story));
  assert.ok(!passes(card, { ...open, text: "nowhere" }, story));
  assert.ok(!passes(card, { ...open, word: "supported" }, story));
  assert.ok(!passes(card, { ...open, by: "rail" }, story));
  assert.equal(fold("Ünïted"), "united");
});

test("an address brings the state back, and a bad one changes nothing", () => {
  assert.deepEqual({ ...state, ...fromHash(`#${toHash(state)}`, story) }, state);
  assert.deepEqual(fromHash("#show=evil&date=9999&card=../x&theme=x&by=zzz&drawn=", story), { drawn: [] });
});

test("the store tells its listeners what changed", () => {
  const kept = store(state);
  const heard = [];
  kept.listen((now, before) => heard.push([before.mode, now.mode]));
  kept.set({ mode: "all" });
  assert.deepEqual(heard, [["day", "all"]]);
});

test("packed lines are walked step by step, latitude first", () => {
  assert.deepEqual(walked([1500, 2000, -1, 100]), [[2, 1.5], [2.1, 1.499]]);
  assert.deepEqual(walked([]), []);
});
