import { foldWords } from "../sources/fold-words.ts";

/**
 * The commonest small words of languages that are written in Latin letters: about four in ten words of any text
 * are among them. A word that two languages share counts for both.
 */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  English: split(
    "the of and to a in that it is was for on with as they at this but not are be from or have had which you he she we there been their has would what were all if can when who will",
  ),
  German: split(
    "der die und das ist nicht zu den von mit sich des auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei wie war wir ich aber man noch einer um am sind was wenn wer nur mehr durch kann so vor zum zur niemand kein keine",
  ),
  French: split(
    "le la les de des et à un une du est que qui dans pour pas ne sur plus au avec ce il par sont se nous vous ils elle mais ou cette ces leur on était été aux être",
  ),
  Spanish: split(
    "el la los las de y que en un una es no se por con para del al lo su más como pero sus le ya este sí porque cuando muy sin sobre también me hasta hay donde quien desde todo",
  ),
  Italian: split(
    "il la le di e che un una in è per non con del della dei si da al sono come anche più gli lo nel alla ma ha delle questo ci era se dal essere stato",
  ),
  Portuguese: split(
    "o a os as de e que em um uma do da dos das é não para com no na por se mais ao como mas foi ele ela seu sua são ou quando muito há nos já está eu também só",
  ),
  Dutch: split(
    "de het een en van is dat in te op niet zijn met voor er aan die als ook bij maar om dan wordt door naar uit nog wel was heeft hij ze we dit kan geen worden over deze",
  ),
  Swedish: split(
    "och att det som en är på för av med den inte till ett om har de var jag han hon vi men så från kan ska när nu där eller efter vid också bara mycket sina",
  ),
  Polish: split(
    "i w nie na się że z do to jest o jak ale po co tak za od przez był dla są tym tego by być może już czy go ich tylko jego tej który",
  ),
};

/** Other scripts tell a language, or a family that no reader mixes up with English. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ["Japanese", /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ["Chinese", /\p{sc=Han}/gu],
  ["Korean", /\p{sc=Hang}/gu],
  ["Cyrillic script", /\p{sc=Cyrl}/gu],
  ["Arabic script", /\p{sc=Arab}/gu],
  ["Greek", /\p{sc=Grek}/gu],
  ["Hebrew", /\p{sc=Hebr}/gu],
  ["Devanagari script", /\p{sc=Deva}/gu],
  ["Thai", /\p{sc=Thai}/gu],
];

const minWords = 8;
const minSmallWords = 4;
/** How much more the language must have than the next one. */
const lead = 1.5;
const scriptShare = 0.3;

/** The language of a text of some sentences; null where it is too short, or could be one of two. */
export function guessLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = scripts.find(([, one]) => (text.match(one)?.length ?? 0) > letters * scriptShare);
  if (script) return letters < minWords ? null : script[0];
  const words = foldWords(text);
  if (words.length < minWords) return null;
  const counts = Object.entries(smallWords)
    .map(([name, known]) => ({ name, count: words.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || first.count < minSmallWords || first.count < lead * (second?.count ?? 0)) return null;
  return first.name;
}

/**
 * The language of what was written, where it is neither the brief's nor the sources'; null where it may stand. A brief
 * of a few words is given the benefit of the doubt when one of them is that language's.
 */
export function findForeignLanguage(
  written: string,
  { brief, sources }: { readonly brief: string; readonly sources: string },
): string | null {
  const own = guessLanguage(written);
  if (own === null) return null;
  const [asked, said] = [guessLanguage(brief), guessLanguage(sources)];
  if (own === asked || own === said || (asked === null && said === null)) return null;
  return asked === null && holdsWordsOf(brief, own) ? null : own;
}

function holdsWordsOf(text: string, language: string): boolean {
  const script = scripts.find(([name]) => name === language);
  if (script) return text.search(script[1]) >= 0;
  return foldWords(text).some(
    (word) => smallWords[language]?.has(word) && (language === "English" || !smallWords.English?.has(word)),
  );
}

function split(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").flatMap(foldWords));
}
