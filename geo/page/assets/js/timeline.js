// Show the dates: a bar for each layer on a proportional axis, a slider whose thumb stands under its bar.
import { axis, inSight, nearest } from "./days.js";
import { button, byId, el } from "./dom.js";
import { keyName, plural } from "./format.js";

const STEP_MS = 1600;

/**
 * @param {import("./types").Island} story
 * @param {import("./types").Store} state
 */
export function timeline(story, state) {
  const days = story.days.filter((day) => day.key !== "undated");
  const stage = byId("dates");
  if (!days.length) {
    stage.hidden = true;
    return;
  }
  const { at, cuts } = axis(days);
  const most = Math.max(...days.map((day) => day.count), 1);
  const bars = days.map((day, index) => {
    const span = day.key.includes("/") ? " span" : "";
    const bar = el("span", { class: `bar${day.about ? " about" : ""}${span}`, "data-day": day.key, title: `${keyName(day.key)}: ${plural(day.count, "item")}` });
    bar.style.setProperty("--at", String(at[index] / 1000));
    bar.style.height = `${6 + (26 * day.count) / most}px`;
    bar.addEventListener("click", () => go(index));
    return bar;
  });
  const breaks = cuts.map((index) => {
    const cut = el("span", { class: "cut", title: "A longer stretch, cut short" }, "//");
    cut.style.setProperty("--at", String((at[index] + at[index + 1]) / 2000));
    return cut;
  });
  const names = el("div", { class: "ticks", "aria-hidden": "true" });
  const slider = /** @type {HTMLInputElement} */ (el("input", { type: "range", min: 0, max: 1000, step: 1, "aria-label": "Date", id: "slider" }));
  byId("axis").append(el("div", { class: "bars", "aria-hidden": "true" }, ...bars, ...breaks), slider, names);

  const play = button("Play", toggle, { "aria-pressed": "false" });
  byId("steps").append(button("Earlier", () => go(current() - 1)), play, button("Later", () => go(current() + 1)));
  const now = el("output", { id: "now", for: "slider" });
  const modes = el("div", { class: "tabs", role: "group", "aria-label": "Show" });
  for (const [mode, name] of /** @type {const} */ ([["day", "This date"], ["upto", "Up to"], ["all", "All"]])) {
    modes.append(button(name, () => state.set({ mode }), { "data-mode": mode, "aria-pressed": "false" }));
  }
  byId("modes").append(now, modes);

  slider.addEventListener("input", () => go(nearest(at, Number(slider.value))));
  slider.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 1, PageDown: -1, Home: -days.length, End: days.length };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step === undefined) return;
    event.preventDefault();
    go(current() + step);
  });
  let timer = 0;
  state.listen(show);
  addEventListener("resize", tick);
  show();
  tick();

  function current() {
    const index = days.findIndex((day) => day.key === state.get().at);
    return index < 0 ? days.length - 1 : index;
  }

  /** @param {number} index */
  function go(index) {
    const to = Math.min(Math.max(index, 0), days.length - 1);
    const mode = state.get().mode;
    state.set({ at: days[to].key, mode: mode === "day" || mode === "upto" ? mode : "day" });
  }

  function toggle() {
    if (timer) return stop();
    if (current() === days.length - 1) state.set({ at: days[0].key, mode: "upto" });
    else state.set({ mode: "upto" });
    timer = setInterval(() => (current() === days.length - 1 ? stop() : go(current() + 1)), STEP_MS);
    play.textContent = "Pause";
    play.setAttribute("aria-pressed", "true");
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
    play.setAttribute("aria-pressed", "false");
  }

  function show() {
    const { mode, at: key, on } = state.get();
    const shown = inSight(story.days, mode, key, on);
    const index = current();
    const day = days[index];
    slider.value = String(at[index]);
    slider.setAttribute("aria-valuetext", `${keyName(day.key)}, ${plural(day.count, "item")}`);
    bars.forEach((bar, each) => {
      bar.classList.toggle("on", shown.includes(days[each].key));
      bar.classList.toggle("at", each === index && mode !== "all");
    });
    for (const node of modes.children) node.setAttribute("aria-pressed", String(node.getAttribute("data-mode") === mode));
    const heading = mode === "all" ? "All dates" : mode === "own" ? plural(shown.length, "date layer") : `${mode === "upto" ? "Up to " : ""}${keyName(day.key)}`;
    if (now.textContent !== heading) now.textContent = heading;
  }

  /** Write as many dates below the axis as fit: the ends first, then those between. */
  function tick() {
    const width = slider.clientWidth;
    const order = [0, days.length - 1, ...days.keys()].filter((index, place, all) => all.indexOf(index) === place);
    const room = 66;
    /** @type {number[]} */
    const used = [];
    for (const index of order) {
      const x = (at[index] / 1000) * width;
      if (used.every((other) => Math.abs(other - x) >= room)) used.push(x);
      else order[order.indexOf(index)] = -1;
    }
    names.replaceChildren(
      ...order.filter((index) => index >= 0).map((index) => {
        const name = el("span", { class: days.length > 1 && index === 0 ? "first" : days.length > 1 && index === days.length - 1 ? "last" : "" }, keyName(days[index].key, true).split(" – ")[0]);
        name.style.setProperty("--at", String(at[index] / 1000));
        return name;
      }),
    );
  }
}
