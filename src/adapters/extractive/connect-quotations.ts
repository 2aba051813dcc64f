/** What is known of a quotation's place in the talk: all that a connecting sentence may say. */
export type Connection = {
  readonly name: string;
  /** Who asked, when the quotation answers a question. */
  readonly asker: string | null;
  readonly topic: string | null;
  readonly place: "opens-section" | "same-turn" | "same-speaker" | "other-speaker";
};

/** Words for a connection; the same words are not used again while others are left. */
export type Connector = (connection: Connection) => string;

type Template = (connection: Connection & { topic: string; asker: string }) => string;

const answering: readonly Template[] = [
  ({ name, asker }) => `${asker} put the question to ${name}, who answered:`,
  ({ name, asker }) => `${name}, asked by ${asker}:`,
  ({ name, asker }) => `Here is ${name} in reply to ${asker}:`,
  ({ name, asker }) => `To a question from ${asker}, ${name} gave this answer:`,
  ({ name, asker }) => `${asker} asked, and ${name} replied:`,
];
const onTopic: readonly Template[] = [
  ({ name, topic }) => `On the subject of ${topic}, this is ${name}:`,
  ({ name, topic }) => `${name} speaks about ${topic}:`,
  ({ name, topic }) => `Here ${name} turns to ${topic}:`,
  ({ name, topic }) => `${name} has this to say about ${topic}:`,
  ({ name, topic }) => `The passage on ${topic} is from ${name}:`,
];
const opening: readonly Template[] = [
  ({ name }) => `${name} takes it up:`,
  ({ name }) => `Here is ${name}:`,
  ({ name }) => `This is how ${name} puts it:`,
];
const sameTurn: readonly Template[] = [
  ({ name }) => `${name} goes on:`,
  () => `A few sentences later:`,
  ({ name }) => `In the same answer, ${name} adds:`,
  () => `And further on:`,
];
const sameSpeaker: readonly Template[] = [
  ({ name }) => `Later ${name} comes back to it:`,
  ({ name }) => `${name} picks up the thread again further on:`,
  ({ name }) => `Another passage from ${name} belongs here:`,
  ({ name }) => `${name} again, later in the conversation:`,
];
const otherSpeaker: readonly Template[] = [
  ({ name }) => `${name} adds:`,
  ({ name }) => `${name} joins in:`,
  ({ name }) => `Then there is ${name}:`,
  ({ name }) => `From ${name} comes this:`,
];

/** Sentences that lead to a quotation and claim nothing but who speaks, to whom and about what. */
export function createConnector(): Connector {
  const uses = new Map<Template, number>();
  return (connection) => {
    const templates = templatesFor(connection);
    const least = [...templates].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))[0] ?? opening[0];
    if (!least) return "";
    uses.set(least, (uses.get(least) ?? 0) + 1);
    return least({ ...connection, topic: connection.topic ?? "", asker: connection.asker ?? "" });
  };
}

function templatesFor({ place, asker, topic }: Connection): readonly Template[] {
  if (place === "same-turn") return sameTurn;
  if (asker !== null) return answering;
  if (place === "opens-section") return topic === null ? opening : onTopic;
  return place === "same-speaker" ? sameSpeaker : otherSpeaker;
}
