import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSpeakers } from "../../../../src/jobs/tasks/reading/read-speakers.ts";

test("mistakes are told with the file, the line and the key", () => {
  assert.throws(() => parseSpeakers("people:\n  - name: Ana\n    quote: never\n", ".github/speakers.yml"), {
    name: "UserError",
    message:
      "`.github/speakers.yml` has mistakes, so nothing was drafted. Mend them and try again:\n- line 3, `people.0.quote`: unknown key; did you mean `quotes`?",
  });
});
