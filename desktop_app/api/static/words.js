// What the page says, in the browser's language; English where there is no other.

const ENGLISH = {
  connecting: "Connecting",
  live: "Connected",
  lost: "Connection lost, trying again",
  refused: "Not connected",
  full: "Full screen",
  ready: "Ready",
  readyText: "The next sign appears here.",
  lostTitle: "Connection lost",
  lostText: "SignMirror does not answer. This page goes on by itself as soon as it does.",
  refusedTitle: "This address is not valid, or not any more",
  refusedText: "Open the page again with the address that SignMirror shows in its settings.",
  recognised: "Recognised",
  unsure: "Not sure",
  letters: "Fingerspelling",
  confidence: "Confidence",
  at: "At {time}",
  earlier: "Before",
  space: "space",
};

const FRENCH = {
  connecting: "Connexion",
  live: "Connecté",
  lost: "Connexion perdue, nouvel essai",
  refused: "Non connecté",
  full: "Plein écran",
  ready: "Prêt",
  readyText: "Le prochain signe apparaît ici.",
  lostTitle: "Connexion perdue",
  lostText: "SignMirror ne répond pas. Cette page reprend d’elle-même dès qu’il répond.",
  refusedTitle: "Cette adresse n’est pas ou plus valable",
  refusedText: "Ouvrez à nouveau la page avec l’adresse que SignMirror affiche dans ses réglages.",
  recognised: "Reconnu",
  unsure: "Pas sûr",
  letters: "Dactylologie",
  confidence: "Confiance",
  at: "À {time}",
  earlier: "Avant",
  space: "espace",
};

export function chosenLanguage(languages) {
  const known = languages.map((name) => name.slice(0, 2).toLowerCase()).find((name) => name === "fr" || name === "en");
  return known ?? "en";
}

export const language = chosenLanguage(navigator.languages ?? [navigator.language]);
const table = language === "fr" ? FRENCH : ENGLISH;

export function say(key, values = {}) {
  return table[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
