// `ordalag mcp` as the two official clients see it.  usage: node mcp.mjs ORDALAG INDEX
import assert from "node:assert/strict";
import { Client as SessionClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as SessionTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const [program, index] = process.argv.slice(2);
const server = { command: program, args: ["mcp", "-d", index] };

async function prove(name, client, transport) {
  await client.connect(transport);
  const { tools } = await client.listTools();
  assert.ok(tools.some((tool) => tool.name === "search_passages"));
  const found = await client.callTool({ name: "search_passages",
                                        arguments: { query: "skola", match: "any", limit: 3 } });
  assert.ok(!found.isError && found.structuredContent.hits.length > 0);
  const hit = found.structuredContent.hits[0];
  const passage = await client.callTool({ name: "get_passage", arguments: { id: hit.id } });
  assert.equal(passage.structuredContent.passage.text, hit.text);
  const wrong = await client.callTool({ name: "check_quote", arguments: { quote: "" } });
  assert.ok(wrong.isError);
  await assert.rejects(client.callTool({ name: "nothing", arguments: {} }));
  await client.close();
  console.log(`ok: ${name}`);
}

const named = { name: "ordalag-test", version: "1" };
await prove("client 1.x, with a session", new SessionClient(named, { capabilities: {} }),
            new SessionTransport(server));
await prove("client 2.x, with a session", new Client(named, { capabilities: {} }),
            new StdioClientTransport(server));
await prove("client 2.x, without a session",
            new Client(named, { capabilities: {}, versionNegotiation: { mode: { pin: "2026-07-28" } } }),
            new StdioClientTransport(server));
