const notSpeakers = new Set(
  "note notes todo warning tip example step source sources link links url date time topic topics agenda attendees participants present action actions decision decisions summary context goal goals outcome title author tags audience hook angle series duration recording question questions description background owner status next http https subject from to cc re ps".split(
    " ",
  ),
);
const breakNames = new Set(
  "break ad ads advert adverts advertisement commercial sponsor sponsors sponsored music".split(" "),
);
/** They have a voice, and what it says was not said in the talk. */
const jingleNames = new Set("jingle intro outro announcer trailer".split(" "));
const particles = new Set(
  "de da di del della der den van von la le bin al el y und dr. mr. ms. mrs.".split(" "),
);

/** True for `Ana Ruiz`, `Speaker 1`, `J. de la Cruz (Acme)`, `nflaig`; false for `Next steps`, `So here is the thing`. */
export function looksLikeName(label: string): boolean {
  const words = label.trim().split(/\s+/);
  if (words.length > 6 || !/^\p{L}[\p{L}\p{M}\p{N} .,'’()|/&_-]*$/u.test(label.trim())) return false;
  if (isNotSpeaker(label)) return false;
  if (words.length === 1) return true;
  return words.every(
    (word) => /^[(|/&-]?[\p{Lu}\p{Lo}\p{N}]|^[|/&-]$/u.test(word) || particles.has(word.toLowerCase()),
  );
}

/** True for the keys of notes: `Agenda`, `Next`, `https`. */
export function isNotSpeaker(label: string): boolean {
  return notSpeakers.has(label.trim().toLowerCase());
}

/** True for the labels of adverts and breaks. */
export function namesBreak(label: string): boolean {
  return breakNames.has(label.trim().toLowerCase());
}

/** True for labels of what is played in between: a jingle, a trailer. */
export function namesJingle(label: string): boolean {
  return jingleNames.has(label.trim().toLowerCase());
}
