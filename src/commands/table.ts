/** Where a comment can stand. */
export type Place = "issue" | "pull-request";

/** A command that works: what `/help` lists, and nothing else. */
export type Command = {
  readonly name: "draft" | "angles" | "help" | "linkedin" | "release";
  readonly where: readonly Place[];
  /** How it is written, for help and for refusals. */
  readonly usage: string;
  readonly help: string;
};

/** Every command needs write permission on the repository; it is checked live when the work begins. */
export const commands: readonly Command[] = [
  {
    name: "draft",
    where: ["issue"],
    usage: "/draft",
    help: "write a post from the sources that this issue names, and open a draft pull request; `/draft 2` takes the second angle that was proposed",
  },
  {
    name: "angles",
    where: ["issue"],
    usage: "/angles",
    help: "propose three angles with the passages that carry them, and say what earlier posts cover",
  },
  {
    name: "linkedin",
    where: ["pull-request"],
    usage: "/linkedin",
    help: "show the announcement and where it stands; `send` sends it, `sent URL` or `not-sent` says what you found when nobody could know",
  },
  {
    name: "release",
    where: ["pull-request"],
    usage: "/release F1",
    help: 'let a confidential detail be said, by the number of its finding; in a private repository also by its words, as in `/release "Vantaro"`',
  },
  {
    name: "help",
    where: ["issue", "pull-request"],
    usage: "/help",
    help: "show this list",
  },
];

/** The list that `/help` answers with, for the place where it was asked. */
export function renderHelp(place: Place): string {
  const here = commands.filter((command) => command.where.includes(place));
  const rows = here.map((command) => `- \`${command.usage}\`: ${command.help}`);
  return [
    "A command stands alone on the first line of a new comment. It needs write permission on this repository.",
    "",
    ...rows,
  ].join("\n");
}
