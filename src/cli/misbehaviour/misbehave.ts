import { SectionAnswer } from "../../drafting/judge-section.ts";
import type { SeedFile } from "../sandbox-process.ts";
import { scriptRepairs } from "../script-model.ts";
import { type Misbehaviour, misbehaviours, type WrongRule } from "./misbehaviours.ts";

/** What the model of this name says before the good script has its turn; nothing for one that does right. */
export function misbehave(
  name: string,
  good: readonly {
    readonly when: { readonly step: string };
    readonly answer: { readonly content: object };
  }[],
): readonly WrongRule[] {
  const content = (step: string) => ({ ...good.find(({ when }) => when.step === step)?.answer.content });
  const [first] = SectionAnswer.parse(content("section 1")).paragraphs;
  const passages = first?.claims[0]?.passages ?? [];
  return insist(misbehaviours[name]?.rules({ answer: content, passages }) ?? []);
}

/** Told what is wrong, it says the same again, where its rules have nothing else for that. */
function insist(rules: readonly WrongRule[]): WrongRule[] {
  const whole = rules.flatMap(({ when, answer }) =>
    "content" in answer && typeof answer.content === "object"
      ? [{ when, answer: { content: answer.content } }]
      : [],
  );
  // The first rule for a step is the one that answers.
  return [...rules, ...scriptRepairs(whole)];
}

/** The demo's files and issue with what a misbehaviour adds to them. */
export function addSource<M extends { files: readonly SeedFile[]; issue: { title: string; body: string } }>(
  material: M,
  { source, settings }: Pick<Misbehaviour, "source" | "settings">,
): M {
  if (source === null) return material;
  const files = material.files.map((file) =>
    settings === undefined || file.path !== ".github/galley.yml"
      ? file
      : {
          ...file,
          base64: Buffer.from(`${Buffer.from(file.base64, "base64")}\n${settings}\n`).toString("base64"),
        },
  );
  const base64 = Buffer.from(source.text).toString("base64");
  const body = `${material.issue.body.trimEnd()}\n- \`${source.path}\`\n`;
  return {
    ...material,
    files: [...files, { path: source.path, base64, mode: "100644" }],
    issue: { ...material.issue, body },
  };
}
