import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A slice of one of GitHub's documents, as `make-slices.ts` writes it. */
export type Slice<Entry> = {
  readonly source: { readonly name: string; readonly version: string };
  readonly entries: Readonly<Record<string, Entry>>;
  readonly schemas: Readonly<Record<string, { readonly properties?: object }>>;
  /** What is wrong with a value by the schema at this place of the slice; empty when nothing is. */
  judge(place: readonly string[], value: unknown): readonly Complaint[];
};

/** Where in a value something is wrong, as a JSON pointer, and what. */
export type Complaint = { readonly at: string; readonly what: string };

/** Reads a slice. Schemas are compiled when they are first asked for, once in a process. */
export function openSlice<Entry>(name: "rest" | "webhooks"): Slice<Entry> {
  const text = readFileSync(new URL(`../slices/${name}.json`, import.meta.url), "utf8");
  const slice = JSON.parse(text) as Pick<Slice<Entry>, "source" | "entries" | "schemas"> & AnySchemaObject;
  const id = `https://contracts.invalid/${name}`;
  // Not strict: the slice is a document that has schemas in it, and GitHub's own have formats beside types.
  const kinds = { json: createAjv(false), text: createAjv(true) };
  for (const ajv of Object.values(kinds)) ajv.addSchema({ $id: id, ...slice });
  return {
    ...slice,
    judge(place, value) {
      // Parameters come as text, and are good when they can be read as what is wanted.
      const ajv = place.includes("query") || place.includes("pathParameters") ? kinds.text : kinds.json;
      const pointer = place.map((part) =>
        encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")),
      );
      const validate = ajv.getSchema(`${id}#/${pointer.join("/")}`);
      if (!validate) throw new Error(`The slice ${name} has no ${place.join(" ")}`);
      return validate(value) ? [] : describe(validate.errors ?? []);
    },
  };
}

function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, coerceTypes });
  addFormats.default(ajv);
  // `owner/name`; ajv-formats does not know GitHub's own.
  ajv.addFormat("repo.nwo", /^[^/]+\/[^/]+$/);
  return ajv;
}

function describe(errors: readonly ErrorObject[]): Complaint[] {
  return errors.map(({ instancePath, message = "is wrong", params }) => {
    const more = "allowedValues" in params ? `: ${params.allowedValues.join(", ")}` : "";
    const name = "additionalProperty" in params ? `: ${params.additionalProperty}` : "";
    return { at: instancePath, what: `${message}${more}${name}` };
  });
}
