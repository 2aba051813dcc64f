/** Words that hold sentences together, and sounds: written with a capital they are no name by themselves. */
const small = list(`
  a an the and or but nor so yet if then else than as at by for from in into of off on onto out over to up with too only
  i me my mine myself you your yours yourself he him his he she her hers it its we us our ours they them their theirs
  this that these those there here who whom whose which what when where why how is am are was were be been being do does
  did done have has had can could will would shall should may might must not no yes oh ah okay ok yeah yep hey mhm mmm
  hmm wow uh um well`);

/** What a dictionary leaves out, or has only in other spellings: sounds, slurred words, oaths, words of the Web. */
const ordinary = list(`
  mhm mmm hmm mm hm uh-huh yeah yep yup nope nah hey wow lol omg lotta kinda sorta gotta wanna gonna tv cd pdf html app
  apps email website webpage podcast blog vlog online internet am pm co fuck fucking fucked shit shitty ass asshole damn
  hell sex dick bitch bullshit crap`);

/** What stands before a person's name. */
export const titles: ReadonlySet<string> = list(`
  mr mrs ms miss mister missus mx dr doctor prof professor sir madam judge justice senator congressman congresswoman
  governor captain detective sergeant colonel`);

/** What ends the name of an organisation even without a capital ("the Republican party"). */
export const heads: ReadonlySet<string> = list("party university college corporation foundation institute");

/** What an organisation's name ends in. */
export const organisationEnds: ReadonlySet<string> = list(`
  inc ltd llc llp gmbh ag sa plc corp corporation company co group holdings bank university college institute foundation
  association agency ministry department council committee party club partners labs systems solutions technologies
  orchestra magazine times press studios records`);

const contraction = /(?:n't|'(?:re|ll|ve|d|m|em|s))$/;

/** Whether a lower-cased word, or what is left of it without `'ll` and the like, is a small one. */
export function isSmallWord(base: string): boolean {
  return small.has(base) || small.has(base.replace(contraction, ""));
}

/** Whether a lower-cased word is none that a name is made of, however it is written. `isKnown` is a dictionary. */
export function isOrdinaryWord(base: string, isKnown: (word: string) => boolean): boolean {
  const has = (word: string) => small.has(word) || ordinary.has(word) || isKnown(word);
  if (base.length < 2 || has(base)) return true;
  const short = base.replace(contraction, "");
  if (short !== base && (short.length < 3 || has(short))) return true;
  return base.includes("-") && base.split("-").every((part) => part.length < 2 || has(part));
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
