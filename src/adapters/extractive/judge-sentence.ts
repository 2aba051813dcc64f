/** What a sentence is worth as a quotation, whatever it is about. */
export type Verdict = {
  /** 0: never quote; 1: as good as written. */
  readonly quality: number;
  /** It can be understood without what was said before it. */
  readonly opens: boolean;
  /** It comes to an end by itself. */
  readonly ends: boolean;
  readonly isQuestion: boolean;
};

const unquotable = /["“”«»[\]{}<>`*|\\]|https?:|www\.|\b\w+\.(?:com|org|io|fm|net|dev)\b|^\s*[#>]/iu;
const broken = /^(?:\.{2,}|…|[-–—]|[,;:)])|(?:\.{2,}|…|[-–—,;:]|\b(?:and|but|or|so|the|a|to|of))[.!?]?$/iu;
const courtesy =
  /\b(?:hello|hi|hey|good (?:morning|afternoon|evening)|welcome|thank you|thanks|happy new year|congrat\w*|nice to (?:meet|see|have)|pleasure|glad to be|excited to (?:be|have)|great to (?:be|have|see)|how are you|cheers|bye|goodbye|sorry|apologi\w+|appreciate (?:it|you|that|your))\b/iu;
const aboutTheShow =
  /\b(?:podcast\w*|episodes?|show ?notes|this show|the show|our show|on the show|listeners?|listening|tun(?:e|ed|ing) in|sponsor\w*|subscri\w+|newsletter|promo code|discount|sign up|check (?:it|them|this|that|us|out) ?out|check out|go to|head (?:over|to)|follow (?:me|us|along)|twitter|patreon|in the (?:chat|call|meeting)|on (?:this|the|today's) call|this call|agenda|share (?:my|the|your) screen|my screen|can (?:you|everyone|everybody) (?:hear|see)|on mute|unmute|mic(?:rophone)?|go live|recording|next (?:topic|item|question|up)|mov(?:e|ing) on|any (?:other )?(?:questions|comments|updates)|slides?|link (?:to|in)|paste|posted (?:it )?in|dm me|reach out|hit me up|our guests?|my guests?|co-?hosts?|interview(?:ing|ed)? (?:you|him|her)|pull request number|great question|good question|perfect question|fair question)\b/iu;
const backReference =
  /\b(?:as (?:you|i|we|he|she|they) (?:said|say|mentioned|point(?:ed)? out|described|noted)|like (?:you|i|we|he|she) (?:said|say|mentioned|just said)|you(?:'ve| have)? (?:just )?(?:mentioned|described|asked|said|pointed)|your (?:question|point|observation)|to your point|i (?:just )?(?:mentioned|said)|we (?:just )?(?:talked|mentioned|said|discussed|touched)|i (?:agree|disagree)|that (?:said|being said)|earlier|the (?:former|latter)|aforementioned|i'm not sure|i don't know|i can't remember|i forget|let me|i guess|i'd have to|i was (?:just )?(?:gonna|going to) (?:say|ask))\b/iu;
const fillers =
  /\b(?:you know|i mean|sort of|kind of|kinda|um+|uh+|er|basically|literally|or whatever|or something|and stuff|stuff like that|things like that|that sort of thing|and so (?:forth|on)|blah|gonna|wanna|gotta|like,|,\s*like|,\s*right|i think|actually|really|just|very|pretty much|obviously|quote unquote)\b/giu;
const stutter = /\b(\p{L}+)\b(?:,|…|\.{3}|\s*--|\s*[-–—])?\s+\1\b/iu;
const allowedTwice =
  /\b(?:very|really|many|that|had|far|much|again|long|over|more|so)\b[, ]+\b(?:very|really|many|that|had|far|much|again|long|over|more|so)\b/iu;
const leansBack =
  /^(?:and|but|so|or|nor|because|'?cause|which|then|also|plus|though|although then|yet|yeah|yep|yes|yup|no|nope|nah|right|okay|ok|oh|ah|well|alright|all right|anyway|anyways|anyhow|again|exactly|sure|absolutely|definitely|totally|true|correct|agreed|indeed|um+|uh+|hmm+|mm+|wow|cool|great|awesome|nice|perfect|interesting|funny|like|i mean|you know|you see|see|look|say|therefore|thus|hence|otherwise|instead|however|besides|likewise|similarly|too|either|neither|both|it|its|it's|it'd|it'll|they|them|they're|they've|they'd|they'll|their|theirs|he|he's|he'd|him|his|she|she's|she'd|her|hers|this|that|that's|that'd|that'll|these|those|there|such|same|here|here's|what about|how about|not|even|one (?:is|was|of (?:them|those|these))|another|some of (?:them|those|these)|most of (?:them|those|these)|all of (?:them|those|these)|the (?:other|others|same|second|third|next|last|latter|former|rest|whole thing|answer|question)|(?:first|second|third|fourth|last)(?:ly)?\b|for (?:example|instance|that|this)|in (?:that|this) (?:case|sense|regard|way)|on the other hand|at that (?:point|time)|by (?:that|this)|with (?:that|this)|to (?:that|this)|as (?:a result|well|such|opposed)|of course|whatever|who|whose|whom|maybe|probably|especially|including|since then|after that|before that|and\/or|hopefully|thankfully|luckily|let's|let)\b/iu;
const softOpening =
  /^(?:now|actually|basically|honestly|obviously|i think|i guess|i feel like|i would say|i'd say|in fact|my|we|our|you|i|he|what|there's|there are)\b/iu;

/** Judges a sentence by its surface alone. `onSubject` names words that the brief itself uses. */
export function judgeSentence(text: string, onSubject: RegExp | null = null): Verdict {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  const isQuestion = /\?["'”’)]*$/.test(text);
  const sound =
    /[.!?。！？]$/.test(text) && !broken.test(text) && !unquotable.test(text) && words.length >= 4;
  const opens = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) && !leansBack.test(text);
  if (!sound) return { quality: 0, opens, ends: false, isQuestion };
  const show = aboutTheShow.exec(text);
  let quality = 1;
  if (courtesy.test(text)) quality *= 0.15;
  if (show && !(onSubject?.test(show[0]) ?? false)) quality *= 0.15;
  if (backReference.test(text)) quality *= 0.45;
  if (stutter.test(text) && !allowedTwice.test(text)) quality *= 0.3;
  if (/\s(?:--|—|–|-)\s|\s--|--\s/.test(text)) quality *= 0.5;
  if (/…/.test(text)) quality *= 0.35;
  if (/\.{3}/.test(text)) quality *= 0.7;
  if (softOpening.test(text)) quality *= 0.9;
  quality *= 0.88 ** (text.match(fillers)?.length ?? 0);
  if (words.length > 45) quality *= 0.8;
  return { quality, opens, ends: !/\b(?:right|you know|okay|yeah)\?$/i.test(text), isQuestion };
}
