const notSpeakers = new Set(
  "note notes todo warning tip example step source sources link links url date time topic topics agenda attendees participants present action actions decision decisions summary context goal goals outcome title author tags audience hook angle series duration recording question questions description background owner status next http https subject from to cc re ps pros cons problem solution input output before after expected actual result results why how given when then priority impact risk risks benefit benefits advantages disadvantages strengths weaknesses takeaway takeaways reason reasons usage value default price option phase chapter section slide figure table week day important deadline reminder caution hint update fyi tldr disclaimer assumption assumptions requirement requirements scope location room time who what where error warn info debug verse chorus bridge monday tuesday wednesday thursday friday saturday sunday".split(
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

/** What meeting programs put behind a name: `(she/her)`, `(guest)`, `[Acme]`. */
const addition = /\s*(?:\([^()]{1,40}\)|\[[^[\]]{1,40}\])$/u;
/** What a name may be made of; emoji and the joiners of Persian and of Indian scripts among it. */
const letters = /^\p{L}[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}\s.,'’()|/&_#@•·-]*$/u;
/** Somebody who dialled in. */
const phone = /^\+\d[\d ().-]{6,20}$/;

/** True for `Ana Ruiz (she/her)`, `Speaker 1`, `Jean d'Arc (Acme)`, `nflaig`; false for `Next steps`, `March 4, 2026`. */
export function looksLikeName(label: string): boolean {
  const name = label.trim().replace(addition, "");
  const words = name.split(/\s+/u);
  if (phone.test(name)) return true;
  if (words.length > 6 || !letters.test(name) || /,\s*(?:19|20)\d\d$/.test(name)) return false;
  if (isNotSpeaker(name)) return false;
  if (words.length === 1) return true;
  return words.every(
    (word) =>
      /^(?:[(|/&#@-]|[dDlLoO]['’])?[\p{Lu}\p{Lo}\p{N}]|^[^\p{L}]+$/u.test(word) ||
      particles.has(word.toLowerCase()),
  );
}

/** A name without what is not seen (marks of direction, spaces of no width), and with plain spaces. */
export function tidyName(label: string): string {
  return label
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** True for the keys of notes: `Agenda`, `Next`, `Step 2`, `https`. */
export function isNotSpeaker(label: string): boolean {
  return notSpeakers.has(
    label
      .trim()
      .toLowerCase()
      .replace(/\s\d{1,3}$/, ""),
  );
}

/** True for the labels of adverts and breaks. */
export function namesBreak(label: string): boolean {
  return breakNames.has(label.trim().toLowerCase());
}

/** True for labels of what is played in between: a jingle, a trailer. */
export function namesJingle(label: string): boolean {
  return jingleNames.has(label.trim().toLowerCase());
}
