/** What is known of a quotation's place in the talk: all that a connecting sentence may say. */
export type Connection = {
  readonly name: string;
  /** Who asked, when the quotation answers a question, and what the question was about. */
  readonly asker: string | null;
  readonly asked: string | null;
  readonly topic: string | null;
  readonly place: "opens-section" | "same-turn" | "same-speaker" | "other-speaker";
  /** In a block of its own, or inside the sentence. */
  readonly form: "block" | "inline";
};

/** Words that lead to a quotation; the same words are not used again while others are left. */
export type Connector = (connection: Connection) => string;

type Words = { name: string; asker: string; asked: string; topic: string };
type Template = (words: Words) => string;

const block = {
  askedAbout: [
    ({ name, asker, asked }) => `${asker} asked about ${asked}. ${name} answered:`,
    ({ name, asker, asked }) => `Asked by ${asker} about ${asked}, ${name} said:`,
    ({ name, asker, asked }) => `When ${asker} brought up ${asked}, ${name} said:`,
    ({ name, asker, asked }) => `The question from ${asker} was about ${asked}. From the answer by ${name}:`,
  ],
  asked: [
    ({ name, asker }) => `Asked by ${asker}, ${name} put it like this:`,
    ({ name, asker }) => `A question from ${asker} drew this answer from ${name}:`,
    ({ name, asker }) => `${name}, in answer to ${asker}:`,
  ],
  onTopic: [
    ({ name, topic }) => `On ${topic}, ${name} said:`,
    ({ name, topic }) => `When the talk came to ${topic}, ${name} put it like this:`,
    ({ name, topic }) => `Here is ${name} on ${topic}:`,
    ({ name, topic }) => `${name} had this to say about ${topic}:`,
  ],
  opening: [
    ({ name }) => `Here is ${name}:`,
    ({ name }) => `${name} put it like this:`,
    ({ name }) => `In the words of ${name}:`,
    ({ name }) => `This is how ${name} told it:`,
  ],
  sameTurn: [
    ({ name }) => `${name} went on:`,
    ({ name }) => `A little further on, ${name} said:`,
    () => "And, in the same answer:",
  ],
  sameSpeaker: [
    ({ name }) => `At another point, ${name} said:`,
    ({ name }) => `${name} also said this:`,
    ({ name }) => `Elsewhere in the conversation, ${name} put it this way:`,
    ({ name }) => `From the same conversation, ${name} again:`,
  ],
  otherSpeaker: [
    ({ name }) => `${name} said:`,
    ({ name }) => `And here is ${name}:`,
    ({ name }) => `In the words of ${name}:`,
    ({ name }) => `To this belongs what ${name} said:`,
  ],
} satisfies Record<string, readonly Template[]>;

const inline = {
  askedAbout: [
    ({ name, asker, asked }) => `${asker} asked about ${asked}, and ${name} answered that`,
    ({ name, asker, asked }) => `Asked about ${asked} by ${asker}, ${name} said that`,
  ],
  asked: [
    ({ name, asker }) => `In answer to ${asker}, ${name} said that`,
    ({ name, asker }) => `Asked by ${asker}, ${name} said that`,
  ],
  onTopic: [({ name, topic }) => `On ${topic}, ${name} said that`],
  opening: [
    ({ name }) => `In the words of ${name},`,
    ({ name }) => `As ${name} put it,`,
    ({ name }) => `${name} said that`,
  ],
  sameTurn: [
    ({ name }) => `${name} added that`,
    ({ name }) => `In the same answer, ${name} said that`,
    ({ name }) => `And, ${name} went on,`,
  ],
  sameSpeaker: [
    ({ name }) => `As ${name} put it elsewhere in the conversation,`,
    ({ name }) => `${name} also said that`,
    ({ name }) => `In another line from ${name},`,
  ],
  otherSpeaker: [
    ({ name }) => `In the words of ${name},`,
    ({ name }) => `${name} said that`,
    ({ name }) => `As ${name} put it,`,
  ],
} satisfies Record<string, readonly Template[]>;

/** Sentences that lead to a quotation and claim nothing but who speaks, to whom and about what. */
export function createConnector(): Connector {
  const uses = new Map<Template, number>();
  let last = "";
  return (connection) => {
    const templates: readonly Template[] = (connection.form === "block" ? block : inline)[kindOf(connection)];
    const cost = (template: Template) => (uses.get(template) ?? 0) + (shapeOf(template) === last ? 1.5 : 0);
    const least = [...templates].sort((a, b) => cost(a) - cost(b))[0];
    if (!least) return "";
    uses.set(least, (uses.get(least) ?? 0) + 1);
    last = shapeOf(least);
    const { name, asker, asked, topic } = connection;
    const words = least({ name, asker: asker ?? "", asked: asked ?? "", topic: topic ?? "" });
    return words.replace(/^a speaker/, "A speaker");
  };
}

/** How a lead begins: two neighbours that both begin "In the words of" or with the name read as a list. */
function shapeOf(template: Template): string {
  return template({ name: "N", asker: "A", asked: "X", topic: "X" })
    .split(" ")
    .slice(0, 2)
    .join(" ")
    .slice(0, 4);
}

function kindOf({ place, asker, asked, topic, form }: Connection): keyof typeof block {
  if (place === "same-turn") return "sameTurn";
  if (asker !== null) return asked === null ? "asked" : "askedAbout";
  if (place === "opens-section") return topic === null || form === "inline" ? "opening" : "onTopic";
  return place === "same-speaker" ? "sameSpeaker" : "otherSpeaker";
}
