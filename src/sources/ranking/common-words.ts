/** English words that tell nothing of a subject: function words, and what fills talk. Contractions fall apart at their apostrophe. */
export const commonWords: ReadonlySet<string> = new Set(
  `a an the and or but if then else of in on at to for from by with about into over after before between out up down off is
  am are was were be been being do does did doing have has had having will would shall should can could may might must i me
  my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those there
  here what which who whom whose when where why how all any both each few more most other some such no nor not only own same
  so than too very just also as because while until during again further once s t d ll m re ve don didn doesn isn aren wasn
  weren won wouldn couldn shouldn uh um mm hmm yeah okay ok yes well like know mean right oh think got get going go kind sort
  thing things really actually`.split(/\s+/),
);

/** Words that ask for an answer and do not stand in it. */
export const askingWords: ReadonlySet<string> = new Set(
  `summarize summarise summary discussion discuss discussed discussing said say talk talked talking describe opinion opinions
  thought thoughts think meeting team group members member content whole mention mentioned regarding write draft blog post
  article piece essay transcript episode podcast source brief`.split(/\s+/),
);

/** Words of reporting: they may stand in the answer, but rarely say what it is about. */
export const reportingWords: ReadonlySet<string> = new Set(
  `suggest suggested propose proposed recommend consider considered agree agreed disagree disagreed decide decided decision
  introduce introduction present presentation presenting please put forward respond response explain conclude concluded
  conclusion believe want ask asked reflect reflecting reflection come came main mainly reason reasons view views idea ideas
  problem problems advise emphasize comment comments point result results progress question answer difference different aspect
  issue issues concern concerns future way use used make new give take feel find need`.split(/\s+/),
);
