import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { z } from "zod";
import { allEndpoints } from "./answer-request.ts";
import { placesIn } from "./endpoint.ts";
import { openApiDocument } from "./openapi.ts";

const document = { ...openApiDocument(allEndpoints, "https://tickmark.example") };

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(["path", "query"]), description: z.string().min(10) }),
  ),
});
const { paths } = z
  .object({ paths: z.record(z.string(), z.object({ get: operation })) })
  .parse(document);

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("a damaged document is not", async () => {
  expect((await new Validator().validate({ ...document, info: {} })).valid).toBe(false);
});

test("every reference leads somewhere", () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/([^"]*)"/g)].map(([, path = ""]) => path);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    const found = reference
      .split("/")
      .reduce<unknown>(
        (at, name) => z.record(z.string(), z.unknown()).safeParse(at).data?.[name],
        document,
      );
    expect(found, reference).toBeDefined();
  }
});

test("every endpoint is in it, with all its parameters and each open place", () => {
  expect(Object.keys(paths)).toEqual(allEndpoints.map(({ path }) => path));
  for (const { path, query } of allEndpoints) {
    const parameters = paths[path]?.get.parameters ?? [];
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const named = (where: "path" | "query") =>
      parameters.filter((one) => one.in === where).map(({ name }) => name);
    expect(named("path")).toEqual(inPath);
    expect(named("query")).toEqual(Object.keys(query.shape));
  }
});

test("no two endpoints have one name, or answer one address", () => {
  const names = Object.values(paths).map(({ get }) => get.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, places } of allEndpoints) {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name]?.example ?? "");
    const answering = allEndpoints.filter((one) => placesIn(one.path, address) !== null);
    expect(answering.map((one) => one.path)).toEqual([path]);
  }
});
