/** English words that join others and carry no subject; contractions are written out before they are looked up. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the and or but if then else so of in on at to for from by with about into over after before between out up down off
  as than that this these those there here what which who whom whose when where why how it its he she they them him her his
  hers their theirs we us our ours you your yours i me my mine myself himself herself themselves itself am is are was were be
  been being do does did doing done have has had having will would shall should can could may might must not no nor only own
  same too very just also because while until during again any all both each few more most other some such one ones ever
  now get got getting going go goes gonna oh uh um mm hmm yeah yes yep okay ok well like know mean right kind sort
  thing things really actually say says said saying tell tells told think thinks thought s t`.split(/\s+/),
);

/** Words that turn what follows them into its opposite. */
export const negators: ReadonlySet<string> = new Set(
  "not never no nobody nothing none neither nor without nowhere hardly".split(" "),
);

/** Stems of words that deny in another way: where one of them stands, nobody can tell by counting negations. */
export const softNegators: ReadonlySet<string> = new Set(
  `unabl imposs unlik fail lack refus stop avoid instead rather deni against unless declin reject prevent barelin bare rare
  seldom little few unclear unsur undecid defer postpon drop remov skip abandon cancel wait until yet but wrong bad differ
  limit miss oppos disagre doubt hard difficult onli except exclud long less worri concern hold`.split(/\s+/),
);
