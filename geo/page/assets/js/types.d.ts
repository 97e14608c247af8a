/** What Python writes into the data island, and what the modules hand each other. */
import type * as Leaflet from "leaflet";

export type Word = "supported" | "close" | "depends" | "contradicted" | "not checkable";
export type Choice = "day" | "upto" | "all" | "own";
export type View = "story" | "claims" | "sources";

export interface Article {
  title: string;
  outlet: string;
  author: string;
  published: string;
  from: string;
  url: string;
  file: string;
  sha256: string;
}
export interface Day {
  key: string;
  first: string | null;
  last: string | null;
  about: boolean;
  count: number;
}
export interface Source {
  article: number;
  before: string;
  words: string;
  after: string;
  paragraph: number;
  says: string;
}
export interface Reading {
  name: string;
  value: number;
  words: string;
  fits: boolean;
  method: string;
  marks: string[];
}
export interface Numbers {
  word: Word;
  stated: string;
  tolerance: number | null;
  measured: number | null;
  second: string;
  second_fits: boolean | null;
  unit: string;
  readings: Reading[];
}
export interface Card {
  id: string;
  kind: "leg" | "event" | "claim" | "place" | "note";
  day: string;
  title: string;
  when: string;
  tags: string[];
  mode: string;
  facts: [string, string][];
  because: string;
  numbers: Numbers | null;
  conflicts: string[];
  checks: [string, boolean | null, string][];
  places: number[];
  sources: Source[];
  marks: string[];
  unmapped: string;
}
export interface Place {
  name: string;
  lon: number;
  lat: number;
  kind: string;
  country: string;
  radius: number;
  shape: "exact" | "approximate" | "region";
  source: string;
}
export interface Mark {
  kind: string;
  day: string;
  cards: string[];
  place: number | null;
  label: string;
  order: string;
  mode: string;
  status: string;
}
export interface Unmapped {
  words: string;
  because: string;
  article: number;
  count: number;
}
export interface Island {
  title: string;
  counts: { articles: number; places: number; legs: number; claims: number };
  verdicts: Record<string, number>;
  articles: Article[];
  days: Day[];
  cards: Card[];
  places: Place[];
  marks: Record<string, Mark>;
  unmapped: Unmapped[];
  warnings: string[];
  borders: string;
  credits: string[];
  method: string[];
  bounds: [number, number, number, number] | null;
  focus: [number, number, number, number] | null;
}
export interface Base {
  land: number[][];
  borders: number[][];
  disputed: number[][];
  labels: [string, number, number, number][];
  shifts: number[];
  credit: string;
}
/** What folium drew, handed over by the one generated script. */
export interface Drawn {
  map: Leaflet.Map;
  groups: Record<string, Leaflet.FeatureGroup>;
  marks: Record<string, Leaflet.Path[]>;
  points: Record<string, [string, number, number][]>;
}
export interface State {
  mode: Choice;
  at: string;
  on: string[];
  view: View;
  card: string;
  drawn: string[];
  text: string;
  by: string;
  word: string;
  article: string;
  theme: "" | "light" | "dark";
}
export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  listen(hear: (now: State, before: State) => void): void;
}
