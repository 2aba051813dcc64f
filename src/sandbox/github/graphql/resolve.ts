import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
  getNamedType,
  isInputObjectType,
} from "graphql";
import { UnknownOperationError, unprocessable } from "../errors.ts";
import type { Call, Mutation } from "../operation.ts";
import { hasRule, requirePermission } from "../permissions.ts";
import type { Repository } from "../state.ts";
import { actorFields } from "./actor-fields.ts";
import { checkRunFields } from "./check-run-fields.ts";
import type { FieldResolver, Fields } from "./fields.ts";
import { blobFields, commitFields, entryFields, treeFields } from "./git-fields.ts";
import { pullRequestFields } from "./pull-request-fields.ts";
import { queryFields } from "./query-fields.ts";
import { refFields, repositoryFields } from "./repository-fields.ts";
import { tagFields } from "./tag-fields.ts";
import { commentFields, issueFields, labelFields, reactionFields } from "./thread-fields.ts";
import { watchArguments } from "./watch-arguments.ts";

/** Each type with the fields that are known. Sources differ from type to type, so the table cannot name them. */
const types: Readonly<Record<string, Fields<never>>> = {
  Query: queryFields,
  Repository: repositoryFields,
  Ref: refFields,
  Blob: blobFields,
  Tree: treeFields,
  Commit: commitFields,
  Tag: tagFields,
  TreeEntry: entryFields,
  Issue: issueFields,
  PullRequest: pullRequestFields,
  IssueComment: commentFields,
  Label: labelFields,
  Reaction: reactionFields,
  CheckRun: checkRunFields,
  User: actorFields,
  Bot: actorFields,
  Organization: actorFields,
};

/**
 * Finds a field: in the table above, else as a key of a plain payload.
 * A field that is neither is an error that names it: a silent null would be taken for an answer.
 */
export const resolveField: GraphQLFieldResolver<unknown, Call> = (source, args, call, info) => {
  const type = info.parentType.name;
  const name = `${type}.${info.fieldName}`;
  const repository = repositoryOf(source);
  if (repository && type !== "Mutation" && hasRule(name)) requirePermission(call.actor, repository, name);
  const resolver = types[type]?.[info.fieldName] as FieldResolver<unknown> | undefined;
  // Only what stands in the document: GitHub's schema fills in defaults that nobody asked for.
  const wanted = info.fieldNodes.flatMap((node) => (node.arguments ?? []).map((one) => one.name.value));
  const watched = watchArguments(name, args, wanted);
  if (resolver) {
    const found = resolver(source, watched.arguments, call);
    if (!(found instanceof Promise)) {
      watched.requireAllRead();
      return found;
    }
    return found.then((value) => {
      watched.requireAllRead();
      return value;
    });
  }
  if (isObject(source) && info.fieldName in source) {
    const value = source[info.fieldName];
    return typeof value === "function" ? value(args, call) : value;
  }
  throw new UnknownOperationError(`The sandbox does not know the field ${name}`);
};

/** The resolver of one mutation: its permission is looked at before it acts. */
export function resolveMutation(mutation: Mutation): GraphQLFieldResolver<unknown, Call> {
  return (_source, args, call, info) => {
    const at = { field: mutation.field, alias: String(info.path.key) };
    const isTooQuick = [...call.world.limiters].some((limiter) => limiter.mutation?.(at));
    if (isTooQuick) throw unprocessable("was submitted too quickly");
    const name = `Mutation.${mutation.field}`;
    const input = watchArguments(name, args.input, listChosen(info, args.input));
    const permit = (repository: Repository) => requirePermission(call.actor, repository, name);
    return mutation.run(call, input.arguments, permit).then((payload) => {
      input.requireAllRead();
      return payload;
    });
  };
}

/** The keys of an input that say something else than what GitHub's schema fills in. */
function listChosen(info: GraphQLResolveInfo, input: Readonly<Record<string, unknown>>): string[] {
  const [argument] = info.parentType.getFields()[info.fieldName]?.args ?? [];
  const type = argument && getNamedType(argument.type);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  return Object.keys(input).filter((key) => input[key] !== fields[key]?.defaultValue);
}

const typeOfKind: Readonly<Record<string, string>> = {
  repository: "Repository",
  comment: "IssueComment",
  "check-run": "CheckRun",
  label: "Label",
  ref: "Ref",
  "closed-event": "ClosedEvent",
};

/** Which type an interface or union stands for. */
export const resolveType: GraphQLTypeResolver<unknown, Call> = (value) => {
  if (!isObject(value)) return undefined;
  if (value.kind === "issue") return value.pull ? "PullRequest" : "Issue";
  if (value.kind === "git" && isObject(value.object)) {
    return { blob: "Blob", tree: "Tree", commit: "Commit", tag: "Tag" }[String(value.object.type)];
  }
  if (typeof value.kind === "string") return typeOfKind[value.kind];
  return typeof value.type === "string" ? value.type : undefined;
};

function repositoryOf(source: unknown): Repository | undefined {
  if (!isObject(source)) return undefined;
  return (source.kind === "repository" ? source : source.repository) as Repository | undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
