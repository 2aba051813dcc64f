import type { Call } from "../operation.ts";

/**
 * How a field of a type is found. graphql-js has checked the arguments against the schema before,
 * so a resolver may name the type they have there.
 */
export type FieldResolver<Source> = {
  resolve(source: Source, args: unknown, call: Call): unknown;
}["resolve"];

/** The fields of one GraphQL type that the sandbox knows; their sources are records of the state. */
export type Fields<Source> = Readonly<Record<string, FieldResolver<Source>>>;
