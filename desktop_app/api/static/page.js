// Shows what SignMirror recognises, large. Every text is set as text; nothing from outside becomes markup.

import { Link } from "/static/link.js";
import { language, say } from "/static/words.js";

const KEPT = 4;
const TICK = "M4 12.5 9.5 18 20 6.5";
const QUESTION = "M8.5 8.5a3.5 3.5 0 1 1 5.4 3c-1.2.8-1.9 1.5-1.9 3M12 18.5v.1";
const HAND = "M7.5 13V6.5a1.5 1.5 0 0 1 3 0V11M10.5 10V4.500a1.5 1.5 0 0 1 3 0V11M13.5 6a1.5 1.5 0 0 1 3 0v9a5.5 5.5 0 0 1-5.5 5.5";

const root = document.documentElement;
const part = (id) => document.getElementById(id);
const earlier = [];
let shown = null;

function token() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    // Out of the address bar: on a projector everybody reads it. A reload finds it here.
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", location.pathname);
  }
  return given ?? sessionStorage.getItem("token") ?? "";
}

function linkChanged(state) {
  root.dataset.link = state;
  part("link-words").textContent = say(state);
  const key = state === "lost" || state === "refused" ? state : "ready";
  part("waiting-title").textContent = say(key === "ready" ? key : `${key}Title`);
  part("waiting-text").textContent = say(`${key}Text`);
}

function came({ time, result }) {
  const next = scene(result);
  if (!next) return;
  remember(next);
  shown = next;
  root.dataset.scene = next.name;
  if (next.name === "waiting") return;
  part("kicker-words").textContent = say(next.name);
  part("kicker-icon").setAttribute("d", next.icon);
  part("words").replaceChildren(...next.words);
  part("gauge").hidden = next.share === null;
  if (next.share !== null) {
    const percent = Math.round(100 * Math.min(Math.max(next.share, 0), 1));
    const figure = new Intl.NumberFormat(language, { style: "percent" }).format(percent / 100);
    part("share-name").textContent = say("confidence");
    part("share").textContent = figure;
    part("fill").style.setProperty("--share", `${percent}%`);
    part("bar").setAttribute("aria-label", say("confidence"));
    part("bar").setAttribute("aria-valuenow", String(percent));
    part("bar").setAttribute("aria-valuetext", figure);
  }
  const clock = new Intl.DateTimeFormat(navigator.language, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  part("note").textContent = [next.about, say("at", { time: clock.format(new Date(time)) })].filter(Boolean).join(" · ");
  fit();
}

// What a result shows, or null for one that this page does not know.
function scene(result) {
  if (result.kind === "letters") {
    const text = result.text ?? "";
    if (!text) return { name: "waiting", key: "" };
    const newest = document.createElement("span");
    newest.className = "newest";
    newest.textContent = text.slice(-1) === " " ? "␣" : text.slice(-1);
    return {
      name: "letters", icon: HAND, key: "letters", title: text, about: "",
      words: [document.createTextNode(text.slice(0, -1)), newest], share: result.probability ?? null,
    };
  }
  const best = result.results?.[0];
  if (!best) return null;
  const accepted = Boolean(result.accepted);
  return {
    name: accepted ? "recognised" : "unsure",
    icon: accepted ? TICK : QUESTION,
    key: accepted ? best.sentence : "",
    title: best.sentence,
    about: best.category,
    words: [document.createTextNode(best.sentence)],
    share: best.confidence,
  };
}

function remember(next) {
  // A word that is being spelt grows in its place.
  if (!shown?.key || (shown.key === "letters" && next.key === "letters")) return;
  earlier.unshift(shown.title);
  earlier.length = Math.min(earlier.length, KEPT);
  part("earlier-title").textContent = say("earlier");
  part("earlier").replaceChildren(...earlier.map((title) => {
    const item = document.createElement("li");
    item.textContent = title;
    return item;
  }));
}

// The largest letters with which the answer stays on its stage.
function fit() {
  const stage = part("stage");
  const words = part("words");
  let low = 14;
  let high = Math.max(low, Math.round(stage.clientHeight * 0.8));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    words.style.fontSize = `${middle}px`;
    const inside = words.scrollWidth <= stage.clientWidth && words.scrollHeight <= stage.clientHeight;
    if (inside && !broken(words)) low = middle;
    else high = middle - 1;
  }
  words.style.fontSize = `${Math.floor(low * 0.98)}px`; // widths are measured in whole pixels
}

// Whether a word had to be cut in two: a line narrower than its longest word.
function broken(words) {
  words.style.overflowWrap = "normal";
  const wider = words.scrollWidth > words.clientWidth;
  words.style.overflowWrap = "";
  return wider;
}

function start() {
  root.lang = language;
  part("full-words").textContent = say("full");
  const full = part("full");
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  });
  addEventListener("resize", () => shown && fit());
  navigator.wakeLock?.request("screen").catch(() => {}); // the projector stays on, where the browser lets us
  let link = new Link(token(), { changed: linkChanged, came });
  link.start();
  addEventListener("hashchange", () => {
    link.end();
    link = new Link(token(), { changed: linkChanged, came });
    link.start();
  });
}

start();
