import type { Repository, World } from "../state.ts";
import { repositoryUrls } from "./urls.ts";
import { renderUser } from "./user.ts";

/** A repository as REST and payloads show it. */
export function renderRepository(world: World, repository: Repository) {
  const { api, html } = repositoryUrls(world, repository);
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: `${repository.owner.login}/${repository.name}`,
    private: repository.private,
    owner: renderUser(world, repository.owner),
    html_url: html,
    description: null,
    fork: false,
    url: api,
    ...renderAddresses(api),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `${html.replace(/^http:/, "git:")}.git`,
    ssh_url: `git@127.0.0.1:${repository.owner.login}/${repository.name}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: repository.issues.filter((issue) => issue.state === "open").length,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? "private" : "public",
    forks: 0,
    open_issues: repository.issues.filter((issue) => issue.state === "open").length,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** The address templates that every repository carries; a payload without them fails GitHub's own schema. */
function renderAddresses(api: string): Record<string, string> {
  const plain =
    "forks hooks teams events tags stargazers languages contributors subscribers subscription merges downloads deployments";
  const templates: Record<string, string> = {
    keys_url: "keys{/key_id}",
    collaborators_url: "collaborators{/collaborator}",
    issue_events_url: "issues/events{/number}",
    assignees_url: "assignees{/user}",
    branches_url: "branches{/branch}",
    blobs_url: "git/blobs{/sha}",
    git_tags_url: "git/tags{/sha}",
    git_refs_url: "git/refs{/sha}",
    trees_url: "git/trees{/sha}",
    statuses_url: "statuses/{sha}",
    commits_url: "commits{/sha}",
    git_commits_url: "git/commits{/sha}",
    comments_url: "comments{/number}",
    issue_comment_url: "issues/comments{/number}",
    contents_url: "contents/{+path}",
    compare_url: "compare/{base}...{head}",
    archive_url: "{archive_format}{/ref}",
    issues_url: "issues{/number}",
    pulls_url: "pulls{/number}",
    milestones_url: "milestones{/number}",
    notifications_url: "notifications{?since,all,participating}",
    labels_url: "labels{/name}",
    releases_url: "releases{/id}",
  };
  for (const name of plain.split(" ")) templates[`${name}_url`] = name;
  return Object.fromEntries(Object.entries(templates).map(([key, rest]) => [key, `${api}/${rest}`]));
}
