import { html } from "hono/html";

type Html = ReturnType<typeof html>;

const style = "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}";

function renderPage(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
${content}
</body>
</html>`;
}

/** What the first page needs to send a person to GitHub. */
export type SetUpPage = {
  readonly token: string;
  readonly state: string;
  readonly manifest: string;
  readonly githubUrl: string;
  readonly publicUrl: string;
  /** Empty: the App belongs to the person. */
  readonly organisation: string;
  /** GitHub is elsewhere and cannot reach an address of this machine alone. */
  readonly isUnreachable: boolean;
};

/** The page behind the one-time address: two sentences and one button; a second form chooses an organisation. */
export function renderSetUpPage(page: SetUpPage): Html {
  const { organisation } = page;
  const place = organisation ? `/organizations/${encodeURIComponent(organisation)}` : "";
  const action = `${page.githubUrl}${place}/settings/apps/new?state=${encodeURIComponent(page.state)}`;
  return renderPage(
    "Set up Galley",
    html`<p>Galley works as a GitHub App of your own, which GitHub registers from a manifest: you choose its name there, and its credentials come back to this machine alone.
Be signed in to GitHub before you go on.</p>
${page.isUnreachable ? html`<p><strong>GitHub cannot reach ${page.publicUrl}.</strong> Set <code>PUBLIC_URL</code> to an address that it can reach, and start Galley again.</p>` : ""}
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${page.manifest}">
<button>${organisation ? `Register the App for ${organisation}` : "Register the App for my account"}</button>
</form>
<form method="get" action="${page.publicUrl}/setup">
<input type="hidden" name="token" value="${page.token}">
<p><label>Organisation, if the App should belong to one: <input name="organisation" value="${organisation}" pattern="[A-Za-z0-9](-?[A-Za-z0-9])*" maxlength="39"></label>
<button>Use it</button></p>
</form>`,
  );
}

/** The end: where to install the App, and that nothing more is to be done here. */
export function renderDonePage(app: { readonly name: string; readonly htmlUrl: string }): Html {
  return renderPage(
    `${app.name} is registered`,
    html`<p>Its credentials are saved, and Galley restarts into service by itself; this page is not needed any more.</p>
<p><a href="${app.htmlUrl}/installations/new">Install the App</a> on the repositories that hold your transcripts.</p>`,
  );
}

/** One sentence about what went wrong, and what to do. */
export function renderFailedPage(sentence: string): Html {
  return renderPage(
    "Galley is not set up",
    html`<p>${sentence}</p>
<p>Open the address from the log again. If GitHub lists an App from this attempt, delete it there: its credentials are lost.</p>`,
  );
}
