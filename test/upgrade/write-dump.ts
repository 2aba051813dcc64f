import { z } from "zod";
import type { Queryable } from "../../src/adapters/postgres/database.ts";

const Column = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  is_required: z.boolean(),
  preset: z.string().nullable(),
});
type Column = z.infer<typeof Column>;

/**
 * The schema `galley` with its rows, as statements that make it again in a database that has none. What it has
 * beside tables, constraints and indexes (which it has not) would be left out.
 */
export async function writeDump(database: Queryable): Promise<string> {
  const columns = (await database.query(columnsOfTables)).map((row) => Column.parse(row));
  const tables = Map.groupBy(columns, ({ table }) => table);
  const statements = ["create schema galley"];
  for (const [table, own] of tables) statements.push(createTable(table, own));
  for (const [table, own] of tables) statements.push(...(await listInserts(database, table, own)));
  for (const query of [storages, constraints, indexes]) {
    const rows = await database.query(query);
    statements.push(...rows.map((row) => z.object({ statement: z.string() }).parse(row).statement));
  }
  return statements.map((statement) => `${statement};\n`).join("");
}

const columnsOfTables = `
  select class.relname as table, attname as name, format_type(atttypid, atttypmod) as type,
    attnotnull as is_required, pg_get_expr(adbin, adrelid) as preset
  from pg_class class
    join pg_attribute attribute on attribute.attrelid = class.oid and attnum > 0 and not attisdropped
    left join pg_attrdef preset on preset.adrelid = class.oid and preset.adnum = attnum
  where relnamespace = 'galley'::regnamespace and relkind = 'r'
  order by relname, attnum`;

/** Where values are kept in another way than their type's own. */
const storages = `
  select format('alter table galley.%I alter column %I set storage %s', relname, attname,
    case attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end) as statement
  from pg_attribute
    join pg_class on pg_class.oid = attrelid
    join pg_type on pg_type.oid = atttypid
  where relnamespace = 'galley'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
    and attstorage <> typstorage
  order by relname, attnum`;

/** Foreign keys last: they need the keys that they name. */
const constraints = `
  select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement
  from pg_constraint where connamespace = 'galley'::regnamespace and contype in ('p', 'u', 'c', 'f')
  order by contype = 'f', conrelid::regclass::text, conname`;

const indexes = `
  select pg_get_indexdef(indexrelid) as statement
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'galley'::regnamespace
    and not exists (select 1 from pg_constraint where conindid = indexrelid)
  order by indexrelid::regclass::text`;

function createTable(table: string, columns: readonly Column[]): string {
  const lines = columns.map(({ name, type, is_required: isRequired, preset }) =>
    [`  ${name} ${type}`, preset === null ? "" : `default ${preset}`, isRequired ? "not null" : ""]
      .filter(Boolean)
      .join(" "),
  );
  return `create table galley.${table} (\n${lines.join(",\n")}\n)`;
}

async function listInserts(
  database: Queryable,
  table: string,
  columns: readonly Column[],
): Promise<string[]> {
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => `quote_nullable(${name}::text)`).join(" || ', ' || ");
  const rows = await database.query(`select ${values} as row from galley.${table} order by 1`);
  if (rows.length === 0) throw new Error(`galley.${table} has no row: test/upgrade/fill.ts must make one`);
  return rows.map(({ row }) => `insert into galley.${table} (${names.join(", ")}) values (${row})`);
}
