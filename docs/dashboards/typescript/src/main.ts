import { print } from "graphql";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ServicesDocument, type ServicesQuery } from "./generated.js";

const register = "http://127.0.0.1:8000/graphql";

async function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(register, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (answer.errors || !answer.data) throw new Error(answer.errors?.[0]?.message ?? `status ${response.status}`);
  return answer.data;
}

let after: string | null = null;
do {
  const page: ServicesQuery = await ask(ServicesDocument, { after });
  for (const service of page.register.services.nodes) {
    const level: "LEVEL_2" | "LEVEL_3" | "LEVEL_4" | null | undefined = service.assuranceLevel;
    console.log(service.name, service.system, level, service.supplier.name);
  }
  after = page.register.services.pageInfo.hasNextPage ? (page.register.services.pageInfo.endCursor ?? null) : null;
} while (after);
