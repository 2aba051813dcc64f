/** How far what somebody said reaches beyond their own turn: to what went before, to what comes, or both. */
export type OffRecordMark = { readonly back: boolean; readonly ahead: boolean };

const what =
  "(?:(?:this|that|it)(?: (?:bit|part))?|any of (?:this|that)|what i(?:'m about to| am about to|'m going to| am going to)? (?:just )?(?:say|said|tell you|told you)|the last (?:bit|part|sentence))";
const asks = "(?:^|[.?!,;:–—-] ?|please |but |so |and |you (?:guys )?|again,? )(?:please )?";
const place = "(?:room|call|chat|group|conversation|meeting|(?:four )?walls)";
const name = "(?:my|our|their|his|her|the) (?:real )?names?";
const outlet =
  "(?:blog|post|article|piece|podcast|story|transcript|draft|recording|episode|notes|writeup|write-up)";

/** What was said before, what comes, or both. Forms are matched in lower case. */
const rules: readonly (readonly [keyof typeof reaches, RegExp])[] = [
  // "can we cut that", "please leave this part out", "strike that from the transcript"
  [
    "back",
    new RegExp(
      String.raw`\b(?:can|could|let's|please|should|would|we'll|you can|i'd like to|have to|need to)\b[^.?!]{0,25}\b(?:(?:cut|edit|bleep|strike|scrub) ${what}|(?:delete|remove|redact|anonymi[sz]e) (?:this|that) (?:last )?(?:bit|part))(?: out\b| from\b|[.?!,;]|$)`,
      "u",
    ),
  ],
  [
    "back",
    new RegExp(
      String.raw`\b(?:cut|edit|take|leave|bleep|scrub|keep) (?:${what}|${name}) out(?: of (?:the|this|your|it)\b|[.?!,;]|$)`,
      "u",
    ),
  ],
  ["back", new RegExp(String.raw`\b(?:strike|remove|delete) ${what} from the\b`, "u")],
  // A sentence of its own: "three, strike that, four" mends a word.
  [
    "back",
    /(?:^|[.?!] )(?:please |actually,? |oh,? |no,? )?(?:strike|redact|anonymi[sz]e) (?:this|that)(?:,? please)?(?:[.?!]|$)/u,
  ],
  ["back", /\bforget (?:that )?i (?:ever )?said (?:this|that|it)\b/u],
  // "that was off the record", "this is confidential"
  [
    "both",
    new RegExp(
      String.raw`\b${what}(?:'s| is| was| stays| (?:should|has to|needs to|must) (?:be|stay)) (?:(?:all|strictly|totally|completely|obviously|also|just|still|very much) )?(?:off[ -](?:the[ -])?record|confidential|under (?:an? )?nda|under embargo|private\b[.?!,;]|between us|not for (?:the record|publication|attribution|public|the ${outlet})|on (?:deep )?background(?:[.?!,;:]|$))`,
      "u",
    ),
  ],
  // "this isn't public yet", "that part is not for the blog"
  [
    "both",
    new RegExp(
      String.raw`\b${what}(?: is not|'s not| isn't) (?:public(?: yet| information|[.?!,;]|$)|on the record|for (?:the record|publication|attribution|the public|the ${outlet}))`,
      "u",
    ),
  ],
  ["both", /(?:^|[.?!,;] )(?:on (?:deep )?background|confidentially|not on the record)[.?!,;:]/u],
  [
    "both",
    /\bi(?:'d| would) rather (?:this|that|it) (?:wasn't|weren't|isn't|was not|were not) (?:published|printed|quoted|used|public|repeated)\b/u,
  ],
  [
    "both",
    /\bi (?:probably |really )?(?:shouldn't|should not|am not supposed to|'m not supposed to|wasn't supposed to) (?:say|tell|be telling|be saying) (?:you )?(?:this|that|any of this)\b/u,
  ],
  ["both", /\bi'm (?:really )?not supposed to (?:say|tell) (?:you )?(?:this|that|any of this)\b/u],
  [
    "both",
    /\b(?:mum's the word|for your ears only|nobody outside (?:of )?this (?:room|call|meeting)|no quot(?:es|ing) (?:from|of)? ?(?:this|that|me))\b/u,
  ],
  // "don't quote me on that"
  ["both", /\b(?:not|don't|never|can't|cannot|rather you didn't) (?:quote|name|cite) (?:me|us)\b/u],
  [
    "both",
    new RegExp(
      String.raw`${asks}(?:do not|don't|can't|cannot|must not|shouldn't|i'd rather you didn't|never) (?:quote|cite|print|publish|attribute|repeat) ${what}\b`,
      "u",
    ),
  ],
  [
    "both",
    new RegExp(
      String.raw`(?:^|[.?!,;:–—-] ?|please |but |so |and )(?:please )?(?:do not|don't|can't|cannot|must not|shouldn't|i'd rather you didn't|never) (?:(?:share|include|mention|write) ${what}(?: down)?(?:[.?!,;]|$| with (?:any|them|him|her|the))|tell any(?:one|body)\b|use ${name}(?:[.?!,;]|$))`,
      "u",
    ),
  ],
  [
    "both",
    new RegExp(
      String.raw`\b(?:not|don't|can't|cannot|never|didn't) (?:use|write|put|mention|repeat|share|include|say) (?:${what}|(?:my|our|their|his|her|the) names?)\b[^.?!]{0,30}\b(?:in the ${outlet}|anywhere|with anyone|publicly|outside)\b`,
      "u",
    ),
  ],
  [
    "both",
    /\b(?:not for (?:attribution|publication|the record|public (?:use|consumption))|on background only|not to be (?:quoted|published|repeated|attributed))\b/u,
  ],
  // "this stays here", "just between us", "you didn't hear it from me"
  [
    "both",
    new RegExp(
      String.raw`\b${what} (?:stays|should stay|has to stay|needs to stay|must stay|better stay|can stay) (?:strictly |just )?(?:between|here\b|in here|inside|(?:in|within) (?:this|the) ${place})`,
      "u",
    ),
  ],
  [
    "both",
    new RegExp(
      String.raw`\b(?:does not|doesn't|can't|cannot|won't|shouldn't|mustn't|never|must not|should not|not to) (?:leaves? (?:this|the|these) ${place}\b|go any further\b)`,
      "u",
    ),
  ],
  [
    "both",
    /\b(?:just|strictly|only|stays?|keep (?:this|that|it)) between (?:us|you and me|ourselves|these four walls|the (?:two|three|four|five) of us)\b/u,
  ],
  ["both", /(?:^|[.?!,;] )between (?:us|you and me|ourselves)[.?!,;]/u],
  [
    "both",
    new RegExp(
      String.raw`\b(?:you (?:didn't|did not|never) hear (?:this|that|it) from me|keep (?:this|that|it) (?:quiet|to yourself|to yourselves|private|confidential|under your hat|under wraps|out of (?:the|this|your) ${outlet}))\b`,
      "u",
    ),
  ],
  [
    "both",
    /\b(?:in (?:strict )?confidence[.?!,;]|strictly confidential|under embargo|(?:this|that|it)(?:'s| is) embargoed)/u,
  ],
  // "off the record, …"; "nothing is off the record" says the opposite
  [
    "ahead",
    /(?<!\b(?:not|never|nothing|nothing's|nothing is|nothing was|isn't|wasn't|aren't) )\boff[ -](?:the[ -])?record\b/u,
  ],
  [
    "ahead",
    /\b(?:(?:stop|pause|turn off|switch off) (?:the|this) record(?:ing|er)\b(?! of)|(?:turn|switch) (?:the|this|that) record(?:ing|er) off\b|stop recording(?: for| now|,? please|[.?!,;]|$))/u,
  ],
];

const reaches = {
  back: { back: true, ahead: false },
  ahead: { back: false, ahead: true },
  both: { back: true, ahead: true },
} as const;

/** A mark that stands further in than this is about what its own turn said before. */
const nearStartWords = 15;

const backOn =
  /\b(?:back on(?:to)? (?:the )?record|on the record again|we(?:'re| are) (?:back )?on the record|on[ -]the[ -]record now|now on the record|(?:start|resume|restart) the recording|recording again|you can quote (?:me on )?this)\b/u;

/** What a turn says of the record; null when nothing. */
export function readOffRecordMark(text: string): OffRecordMark | null {
  const folded = fold(text);
  const found = rules.flatMap(([reach, form]) => {
    const at = folded.search(form);
    return at < 0
      ? []
      : [{ ...reaches[reach], isEarly: folded.slice(0, at).split(" ").length <= nearStartWords }];
  });
  if (found.length === 0) return null;
  return {
    back: found.some(({ back, isEarly }) => back && isEarly),
    ahead: found.some(({ ahead }) => ahead),
  };
}

/** What says that it has not come to it: `not`, a condition, a time to come. */
const notYet = /\b(?:not|never|when|before|until|till|once|if|unless|after|whether)\b|n't\b/u;

/** Whether a turn says that the record begins again. A question does not, and neither does `before we go back`. */
export function isBackOnRecord(text: string): boolean {
  const sentences = fold(text).match(/[^.?!]+[.?!]*/gu) ?? [];
  return sentences.some((sentence) => {
    const at = sentence.search(backOn);
    return at >= 0 && !sentence.endsWith("?") && !notYet.test(sentence.slice(0, at));
  });
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replace(/\s+/gu, " ").trim();
}
