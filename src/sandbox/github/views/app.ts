import type { Installation, World } from "../state.ts";
import { renderUser } from "./user.ts";

/** The App as `GET /app` shows it, and as it stands on what it wrote. */
export function renderApp(world: World) {
  const { app } = world;
  return {
    id: app.id,
    slug: app.slug,
    node_id: app.nodeId,
    client_id: app.clientId,
    owner: renderUser(world, app.owner),
    name: app.name,
    description: "",
    external_url: world.url,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    permissions: app.permissions,
    events: app.events,
  };
}

/** An installation as REST shows it. */
export function renderInstallation(world: World, installation: Installation) {
  const api = `${world.url}/api/v3`;
  return {
    id: installation.id,
    client_id: world.app.clientId,
    account: renderUser(world, installation.account),
    repository_selection: installation.repositoryIds ? "selected" : "all",
    access_tokens_url: `${api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: world.app.permissions,
    events: world.app.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspended ? renderUser(world, installation.suspended.by) : null,
    suspended_at: installation.suspended?.at ?? null,
  };
}
