/** A talk of our own making with what must not get out of it. */
export type Planted = {
  readonly title: string;
  readonly text: string;
  /** Names and figures that were said plainly. */
  readonly details: readonly string[];
  /** Words that were said off the record; some without any name in them. */
  readonly offRecord: readonly string[];
};

const heads = ["Van", "Bel", "Tor", "Mir", "Kes", "Lun", "Ost", "Har", "Quel", "Zan", "Dro", "Fyr"];
const tails = ["taro", "brook", "vensen", "adel", "quist", "omar", "eliko", "grast", "hollow", "enti"];
const ends = ["Freight", "Group", "Bank", "Foods", "Labs", "Systems"];
const given = ["Maria", "Jonas", "Aisha", "Pieter", "Elena", "Kwame"];

/** The same number gives the same talk. */
export function plantSecrets(seed: number): Planted {
  const pick = (list: readonly string[], shift: number) => list[(seed * 7 + shift * 5) % list.length] ?? "";
  const name = (shift: number) => `${pick(heads, shift)}${pick(tails, shift + seed)}`;
  const client = `${name(1)} ${pick(ends, 2)}`;
  const person = `${pick(given, 3)} ${name(4)}`;
  const other = name(8);
  const amount = `$${(120 + seed * 37).toLocaleString("en")},000`;
  const contract = `${4100 + seed * 13}-${88000 + seed * 711}`;
  const mail = `${pick(given, 6).toLowerCase()}@${name(9).toLowerCase()}.example`;
  const hidden = [
    `the auditors never saw the ${pick(["second", "third", "spare"], seed)} ledger`,
    `${other} will close the plant in ${pick(["March", "June", "October"], seed)}`,
  ];
  const text = [
    "**Ines Okafor:** What does a restore drill teach a team about its backups?",
    `**Tomasz Brandt:** A restore drill teaches a team that a backup is worth nothing before somebody restores it. At ${client} the restore of the backup took nineteen hours, because the key to the backup was on the machine that had burned.`,
    `**Ines Okafor:** Who noticed that the backup could not be restored at ${client}?`,
    `**Tomasz Brandt:** ${person} noticed it during a restore drill, and ${person.split(" ")[1]} wrote the list that the team still uses for every backup. The restore of that backup had cost them ${amount} under the contract ${contract}.`,
    `**Tomasz Brandt:** Off the record, ${hidden[0]}, and ${hidden[1]}.`,
    "**Ines Okafor:** That is hard to hear. Let us go back on the record.",
    `**Tomasz Brandt:** Anybody who wants the list of the restore drill can write to ${mail} and ask for the backup list.`,
    "**Ines Okafor:** How often should a team restore a backup?",
    "**Tomasz Brandt:** A team should restore one backup every week, on a machine that knows nothing of the others. The restore drill is short when it is done often, and the backup that fails is found on a quiet day.",
  ].join("\n\n");
  return {
    title: `What ${client} learned about the restore of a backup`,
    text,
    details: [client, person, amount, contract, mail],
    offRecord: hidden,
  };
}
