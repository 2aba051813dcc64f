import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

type Selected = { readonly field: FieldNode; readonly on: GraphQLNamedType; readonly isSure: boolean };
type Given = Readonly<Record<string, unknown>>;

/** What GitHub's scalars look like on the wire; those that are not here are text. */
const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: Number.isInteger,
  Float: Number.isFinite,
  Boolean: (value) => typeof value === "boolean",
  DateTime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)),
  GitObjectID: (value) => /^[\da-f]{40}$/.test(String(value)),
  URI: (value) => typeof value === "string" && URL.canParse(value, "https://host.invalid"),
  Base64String: (value) => /^[\w+/]*={0,2}$/.test(String(value)),
};

/** Where the data of an answer is not what its document asks for, or not of the schema's types. */
export function judgeData(schema: GraphQLSchema, document: DocumentNode, data: Given): string[] {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return ["The document has no operation"];
  return judgeObject({ schema, fragments }, { sets: [[operation.selectionSet, root]] }, data, "");
}

type World = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};
type Sets = { readonly sets: readonly (readonly [SelectionSetNode, GraphQLNamedType])[] };

function judgeObject(world: World, { sets }: Sets, data: Given, at: string): string[] {
  const selected = sets.flatMap(([set, type]) => select(world, set, type, true));
  const byKey = Map.groupBy(selected, ({ field }) => (field.alias ?? field.name).value);
  const unasked = Object.keys(data).filter((key) => !byKey.has(key));
  const missing = [...byKey].filter(([key, all]) => !(key in data) && all.some(({ isSure }) => isSure));
  return [
    ...unasked.map((key) => `${at}/${key} was not asked for`),
    ...missing.map(([key]) => `${at}/${key} is missing`),
    ...[...byKey].flatMap(([key, all]) =>
      key in data ? judgeField(world, all, data[key], `${at}/${key}`) : [],
    ),
  ];
}

/** The fields of a selection. One below a condition, of a type or of a directive, need not come. */
function select(world: World, set: SelectionSetNode, on: GraphQLNamedType, isSure: boolean): Selected[] {
  return set.selections.flatMap((one): Selected[] => {
    const isHere = isSure && (one.directives ?? []).length === 0;
    if (one.kind === Kind.FIELD) return [{ field: one, on, isSure: isHere }];
    const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : world.fragments.get(one.name.value);
    const condition = fragment?.typeCondition?.name.value;
    const type = condition === undefined ? on : world.schema.getType(condition);
    if (!fragment || !type) return [];
    return select(world, fragment.selectionSet, type, isHere && (type === on || !isAbstractType(on)));
  });
}

/** Of several types that a field may come from, one must fit. */
function judgeField(world: World, all: readonly Selected[], value: unknown, at: string): string[] {
  const verdicts = Map.groupBy(all, ({ on }) => on)
    .entries()
    .map(([on, fields]) => {
      const [first] = fields;
      if (first?.field.name.value === "__typename")
        return isPossible(world, on, value) ? [] : [`${at} is no ${on.name}`];
      const type =
        (isObjectType(on) || isInterfaceType(on)) && on.getFields()[first?.field.name.value ?? ""]?.type;
      if (!type) return [`${at} is no field of ${on.name}`];
      const named = getNamedType(type);
      const sets = fields.flatMap(({ field }) =>
        field.selectionSet ? [[field.selectionSet, named] as const] : [],
      );
      return judgeValue(world, type, { sets }, value, at);
    })
    .toArray();
  return verdicts.find((one) => one.length === 0) ?? verdicts[0] ?? [];
}

function isPossible({ schema }: World, on: GraphQLNamedType, value: unknown): boolean {
  const type = schema.getType(String(value));
  if (!isObjectType(type)) return false;
  return on === type || (isAbstractType(on) && schema.isSubType(on, type));
}

function judgeValue(world: World, type: GraphQLOutputType, sets: Sets, value: unknown, at: string): string[] {
  if (isNonNullType(type))
    return value === null ? [`${at} is null`] : judgeValue(world, type.ofType, sets, value, at);
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one, index) => judgeValue(world, type.ofType, sets, one, `${at}/${index}`));
  }
  if (isEnumType(type)) return type.getValue(String(value)) ? [] : [`${at} is no ${type.name}: ${value}`];
  if (isLeafType(type)) {
    const isRight = scalars[type.name] ?? ((one: unknown) => typeof one === "string");
    return isRight(value) ? [] : [`${at} is no ${type.name}: ${JSON.stringify(value)}`];
  }
  if (typeof value !== "object" || value === null) return [`${at} is no object`];
  return judgeObject(world, sets, value as Given, at);
}
