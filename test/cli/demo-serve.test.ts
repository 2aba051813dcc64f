import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { checkRecord } from "../support/check-record.ts";
import { startChromium } from "../support/chromium.ts";
import { startServedDemo } from "../support/demo-process.ts";

/** Goes on with Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()",
    );
    if (focused === name) return;
  }
  throw new Error(`Tab never came to "${name}"`);
}

/** The processes that another one started, by their ids (Linux, as the browser here). */
function listChildren(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("a person drafts by keyboard alone, merges with the mouse, and reads the post in the feed", async (t) => {
  const notes = mkdtempSync(join(tmpdir(), "demo-record-"));
  t.after(() => rmSync(notes, { recursive: true }));
  const record = join(notes, "record.jsonl");
  const [demo, browser] = await Promise.all([startServedDemo(record), startChromium()]);
  t.after(() => browser.close());
  t.after(() => demo.stop());
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(demo.host) && !request.url().startsWith("data:"))
      elsewhere.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));

  await page.goto(demo.issue);
  await tabTo(page, "Comment as robin");
  await page.keyboard.type("/draft");
  await tabTo(page, "Comment");
  await page.keyboard.press("Enter");
  await page.getByText("The draft is ready to be read and edited").waitFor({ timeout: 60_000 });
  await page.getByLabel("Comment as robin").waitFor();
  await tabTo(page, "#2");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/pull/2");
  assert.match((await page.locator(".thread").textContent()) ?? "", /Hook:[\s\S]*Source material:/);
  assert.match((await page.locator("tr.added").allTextContents()).join("\n"), /^\s*2\s*\+\s*title:/m);

  // The address as it was printed, with nobody there to ask for a password.
  const env = { ...process.env, GIT_TERMINAL_PROMPT: "0" };
  const { stdout: branches } = await promisify(execFile)("git", ["ls-remote", "--heads", demo.clone], {
    env,
  });
  assert.match(branches, /refs\/heads\/blog\/\d{4}-\d\d-\d\d-/);

  await page.getByRole("button", { name: "Ready for review" }).click();
  await page.getByRole("button", { name: "Merge pull request" }).click();
  await page.getByText("The announcement is on LinkedIn").waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "LinkedIn feed" }).click();
  const posts = await page.locator("article .commentary").allTextContents();
  assert.equal(posts.length, 1);
  assert.match(posts[0] ?? "", /Read it here: https:\/\/night-shift\.example\/blog\//);

  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  const children = listChildren(demo.child.pid ?? 0);
  assert.equal(children.length, 2);
  assert.equal(await demo.stop(), 0);
  assert.deepEqual(children.filter(isAlive), []);
  checkRecord(record);
});
