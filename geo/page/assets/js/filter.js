// Decide which cards pass the filters.

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {import("./types").Card} card
 * @param {import("./types").Island} story
 */
export function wordsOf(card, story) {
  const quotes = card.sources.map((source) => `${source.before}${source.words}${source.after} ${story.articles[source.article].outlet}`);
  const places = card.places.map((index) => story.places[index].name);
  return fold([card.title, card.when, card.because, ...card.tags, ...quotes, ...places].join(" \n "));
}

/**
 * @param {import("./types").Card} card
 * @param {import("./types").State} state
 * @param {import("./types").Island} story
 */
export function passes(card, state, story) {
  if (state.by && card.mode !== state.by) return false;
  if (state.word && card.numbers?.word !== state.word) return false;
  if (state.article && !card.sources.some((source) => String(source.article) === state.article)) return false;
  return !state.text || fold(state.text).split(/\s+/).every((word) => wordsOf(card, story).includes(word));
}
