import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { startChromium } from "../support/chromium.ts";
import { startServedDemo } from "../support/demo-process.ts";

/** `npm run screenshots`: plays the demo in a browser and writes the README's pictures into docs/images. */
const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));

const width = 960;

mkdirSync(folder, { recursive: true });
const [demo, browser] = await Promise.all([startServedDemo(), startChromium()]);
try {
  // The policy of the pages would refuse the font that is put into them.
  const context = await browser.newContext({ viewport: { width, height: 700 }, bypassCSP: true });
  await serveEmoji(context);
  const page = await context.newPage();
  await page.goto(demo.issue);
  await page.getByLabel("Comment as robin").fill("/draft");
  await page.getByRole("button", { name: "Comment" }).click();
  const answer = page.getByText("The draft is ready to be read and edited");
  await answer.waitFor({ timeout: 60_000 });
  await page.getByLabel("Comment as robin").waitFor();
  await takeUntil(page, "issue", page.locator("article").last());
  await page.getByRole("link", { name: "#2" }).click();
  await takeUntil(page, "pull-request", page.getByText("Evidence: what each statement rests on"));
  await page.getByRole("button", { name: "Ready for review" }).click();
  await page.getByRole("button", { name: "Merge pull request" }).click();
  await page.getByText("The announcement is on LinkedIn").waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "LinkedIn feed" }).click();
  await takeUntil(page, "feed", page.locator("article").last());
} finally {
  await browser.close();
  await demo.stop();
}

/** The browser comes without 👀 and 🚀, which every reader's own has. */
async function serveEmoji(context: BrowserContext): Promise<void> {
  const style = import.meta.resolve("@fontsource/noto-emoji/400.css");
  await context.route("**/files/*.woff*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    return route.fulfill({
      body: readFileSync(new URL(`./files/${name}`, style)),
      contentType: "font/woff2",
    });
  });
}

/** From the top of the page to the end of something in it. */
async function takeUntil(page: Page, name: string, last: Locator): Promise<void> {
  const style = import.meta.resolve("@fontsource/noto-emoji/400.css");
  const faces = readFileSync(new URL(style), "utf8").replaceAll("./files/", `${demo.host}/files/`);
  const families = `"Open Sans", "Noto Emoji", sans-serif`;
  await page.addStyleTag({ content: `${faces} body { font-family: ${families}; }` });
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.evaluate("scrollTo(0, 0)");
  const box = await last.boundingBox();
  const height = Math.ceil((box?.y ?? 0) + (box?.height ?? 0) + 14);
  await page.screenshot({
    path: `${folder}${name}.png`,
    fullPage: true,
    clip: { x: 0, y: 0, width, height },
  });
}
