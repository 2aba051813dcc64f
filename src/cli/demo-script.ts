/**
 * What the scripted model says of the demo's issue. Passages are named by words that they hold, so that the
 * transcripts may be edited around them; `…` stands between the first and the last sentence of a longer one.
 */
export type DemoScript = {
  readonly title: string;
  readonly slug: string;
  readonly hook: string;
  readonly hookPassages: readonly string[];
  readonly angle: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly point: string;
    readonly paragraphs: readonly {
      readonly claims: readonly { readonly text: string; readonly passages: readonly string[] }[];
      readonly quote: string | null;
    }[];
  }[];
  /** The paragraphs between the hook and the link. */
  readonly announcement: readonly { readonly text: string; readonly passages: readonly string[] }[];
};

const claim = (text: string, ...passages: string[]) => ({ text, passages });

const greenJob: DemoScript["sections"][number] = {
  heading: "A green job that copied nothing",
  point: "A backup that succeeds every night proves only that a program ended.",
  paragraphs: [
    {
      claims: [
        claim(
          "Tomasz Brandt ran operations for a payroll provider for nine years.",
          "You ran operations for a payroll provider",
        ),
        claim(
          "He lost a weekend to a backup that had been green for fourteen months.",
          "green for fourteen months",
        ),
        claim(
          "Each night it had copied an empty directory, because somebody had moved the mount point.",
          "copied an empty directory",
        ),
      ],
      quote: "A backup job that succeeds tells you",
    },
    {
      claims: [
        claim(
          "The restore took eleven hours, nine of them spent on finding out which copy was real.",
          "The restore took eleven hours",
        ),
        claim("The data came back from a developer's laptop.", "from a developer's laptop"),
      ],
      quote: null,
    },
  ],
};

const nineteenHours: DemoScript["sections"][number] = {
  heading: "Nineteen hours, most of them waiting",
  point: "The plan had measured the disk and forgotten the people around it.",
  paragraphs: [
    {
      claims: [
        claim(
          "Two hours went into finding out who may approve new machines, and three into a firewall rule that nobody had written down.",
          "Two hours went by … Three hours went into a firewall rule",
        ),
        claim("Copying the data took less than four.", "The copying of the data itself"),
      ],
      quote: "A restore is a rehearsal of people",
    },
    {
      claims: [
        claim(
          "After a year of drills the time was just under five hours, and almost none of that came from faster storage.",
          "from nineteen hours to just under five",
        ),
        claim(
          "It came from a phone list, a password vault and two people who knew that they were allowed to decide.",
          "a phone list, a password vault",
        ),
      ],
      quote: null,
    },
  ],
};

const promise: DemoScript["sections"][number] = {
  heading: "Where the promise comes from",
  point: "Recovery times in contracts are copied, not measured.",
  paragraphs: [
    {
      claims: [
        claim(
          "Jonas Weil says where four hours in a contract came from: a sales deck, copied from a proposal that had copied a brochure.",
          "It comes from the sales deck … copied from the last proposal",
        ),
        claim(
          "The brochure measures how fast a volume is attached to a machine that already exists.",
          "The brochure measures",
        ),
      ],
      quote: "The person who promises the recovery time",
    },
  ],
};

const contract: DemoScript["sections"][number] = {
  heading: "Put the drill into the contract",
  point: "A number that was measured together can be promised.",
  paragraphs: [
    {
      claims: [
        claim(
          "Weil would put a restore drill into the contract: before the launch, with the client in the room.",
          "I would put a restore drill into the contract … before the launch",
        ),
      ],
      quote: "turns an argument about trust",
    },
    {
      claims: [
        claim(
          "Brandt would begin with the smallest system that would hurt, and write down each wait with a name.",
          "Pick the smallest system",
          "Write down the time of each step",
        ),
      ],
      quote: "That list of names and times",
    },
  ],
};

export const demoScript: DemoScript = {
  title: "The Restore Nobody Rehearses",
  slug: "restore-nobody-rehearses",
  hook: "A recovery plan promised four hours for years. The first drill took nineteen.",
  hookPassages: ["The recovery plan said four hours for years"],
  angle: "A recovery time is a promise about people, and only a rehearsed restore measures it.",
  sections: [greenJob, nineteenHours, promise, contract],
  announcement: [
    claim(
      "Tomasz Brandt's first drill spent most of its nineteen hours on waiting: for somebody who may approve machines, for a firewall rule that nobody had written down. Copying the data took less than four.",
      "Two hours went by … Three hours went into a firewall rule",
      "The copying of the data itself",
    ),
    claim(
      "A year of drills brought it to just under five, with a phone list, a password vault and two people who knew that they may decide.",
      "from nineteen hours to just under five",
      "a phone list, a password vault",
    ),
  ],
};
