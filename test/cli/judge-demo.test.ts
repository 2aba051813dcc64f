import assert from "node:assert/strict";
import { test } from "node:test";
import { type DemoEnd, judgeDemo } from "../../src/cli/judge-demo.ts";

const published = "#2 is merged: the post is published with the site's next build.";
const good: DemoEnd = {
  pullRequests: 1,
  answers: ["The draft is ready to be read and edited: #2."],
  publication: [`${published} The announcement is on LinkedIn: https://www.linkedin.com/x`],
  visiblePosts: 1,
  leaks: 0,
};
const refused = {
  pullRequests: 0,
  answers: ["None of the sources can be read."],
  publication: null,
  visiblePosts: 0,
};
const unknown = `${published} Nobody can know whether LinkedIn has the announcement.`;

test("a pull request and a post, one sentence why not, and a state that nobody can know all hold", () => {
  const holding: Partial<DemoEnd>[] = [
    {},
    refused,
    { publication: [unknown] },
    { publication: [unknown], visiblePosts: 0 },
    { publication: [`${published} Nothing was sent to LinkedIn: the limit is reached.`], visiblePosts: 0 },
    { answers: [...good.answers, "#2 was closed without merging"] },
  ];
  for (const end of holding) assert.deepEqual(judgeDemo({ ...good, ...end }), [], JSON.stringify(end));
});

test("negative control: each property that is broken is named", () => {
  const breaking: [Partial<DemoEnd>, string][] = [
    [{ pullRequests: 2 }, "One comment made 2 pull requests."],
    [{ answers: [] }, "The comment was answered 0 times."],
    [{ answers: [...good.answers, "Again."] }, "The comment was answered 2 times."],
    [{ answers: ["Writing a draft from 3 sources."] }, "The comment's answer never came to an end."],
    [{ answers: ["Nothing was found."] }, "With 1 pull requests the answer is: Nothing was found."],
    [{ ...refused, answers: good.answers }, `With 0 pull requests the answer is: ${good.answers[0]}`],
    [{ visiblePosts: 2 }, "One merge made 2 posts that LinkedIn's readers see."],
    [{ ...refused, visiblePosts: 1 }, "A post is visible, and nothing was merged."],
    [{ publication: [] }, "The pull request's people were told 0 times what became of it."],
    [{ visiblePosts: 0 }, "Galley says that the post is on LinkedIn, and no reader sees it."],
    [
      { publication: [`${published} Nothing was sent to LinkedIn.`] },
      "Galley says that nothing was sent, and readers see a post.",
    ],
    [{ leaks: 3 }, "3 lines of the log hold a secret."],
  ];
  for (const [end, sentence] of breaking)
    assert.ok(judgeDemo({ ...good, ...end }).includes(sentence), sentence);
});
