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
    ({ name, asker, asked }) =>
      `A question from ${asker} was about ${asked}; this is from what ${name} replied:`,
    ({ name, asker, asked }) => `When ${asker} brought up ${asked}, ${name} said:`,
  ],
  asked: [
    ({ name, asker }) => `${name}, in answer to ${asker}:`,
    ({ name, asker }) => `A question from ${asker} drew this from ${name}:`,
    ({ name, asker }) => `Asked by ${asker}, ${name} put it like this:`,
  ],
  onTopic: [
    ({ name, topic }) => `On ${topic}, ${name} said:`,
    ({ name, topic }) => `When the talk came to ${topic}, ${name} put it like this:`,
    ({ name, topic }) => `This is ${name} on ${topic}:`,
    ({ name, topic }) => `Here is what ${name} had to say about ${topic}:`,
    ({ name, topic }) => `${name} on ${topic}:`,
  ],
  opening: [
    ({ name }) => `Here is ${name}:`,
    ({ name }) => `${name} put it like this:`,
    ({ name }) => `This part belongs to ${name}:`,
  ],
  sameTurn: [
    ({ name }) => `${name} went on:`,
    ({ name }) => `A little further on, ${name} said:`,
    () => "In the same answer:",
  ],
  sameSpeaker: [
    ({ name }) => `Later in the conversation, ${name} said:`,
    ({ name }) => `At another point, ${name} said:`,
    ({ name }) => `${name} came back to it later:`,
    ({ name }) => `One more passage from ${name} belongs here:`,
  ],
  otherSpeaker: [
    ({ name }) => `${name} said:`,
    ({ name }) => `The next voice is that of ${name}:`,
    ({ name }) => `From ${name} came this:`,
    ({ name }) => `Next to that stands what ${name} said:`,
  ],
} satisfies Record<string, readonly Template[]>;

const inline = {
  askedAbout: [
    ({ name, asker, asked }) => `${asker} asked about ${asked}. In the words of ${name},`,
    ({ name, asker, asked }) => `Asked about ${asked} by ${asker}, ${name} said that`,
  ],
  asked: [
    ({ name, asker }) => `In answer to ${asker}, ${name} said that`,
    ({ name, asker }) => `Answering ${asker}, ${name} said that`,
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
  return (connection) => {
    const templates: readonly Template[] = (connection.form === "block" ? block : inline)[kindOf(connection)];
    const least = [...templates].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))[0];
    if (!least) return "";
    uses.set(least, (uses.get(least) ?? 0) + 1);
    const { name, asker, asked, topic } = connection;
    const words = least({ name, asker: asker ?? "", asked: asked ?? "", topic: topic ?? "" });
    return words.replace(/^a speaker/, "A speaker");
  };
}

function kindOf({ place, asker, asked, topic, form }: Connection): keyof typeof block {
  if (place === "same-turn") return "sameTurn";
  if (asker !== null) return asked === null ? "asked" : "askedAbout";
  if (place === "opens-section") return topic === null || form === "inline" ? "opening" : "onTopic";
  return place === "same-speaker" ? "sameSpeaker" : "otherSpeaker";
}
