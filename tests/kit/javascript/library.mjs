// The same API through a library from npm that knows nothing of this workspace.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";

const client = createClient({
  baseUrl: process.env.ATTIO_URL,
  headers: { Authorization: `Bearer ${process.env.ATTIO_API_KEY}` },
});

const objects = await client.GET("/v2/objects");
assert.ok(objects.data.data.some((each) => each.api_slug === "people"));

const made = await client.POST("/v2/objects/{object}/records", {
  params: { path: { object: "companies" } },
  body: { data: { values: { name: "Analytical Engines", domains: ["engines.example"] } } },
});
assert.equal(made.response.status, 200);
const record_id = made.data.data.id.record_id;

const got = await client.GET("/v2/objects/{object}/records/{record_id}", {
  params: { path: { object: "companies", record_id } },
});
assert.equal(got.data.data.values.domains[0].domain, "engines.example");

const notes = await client.GET("/v2/notes", { params: { query: { limit: 2, offset: 0 } } });
assert.ok(notes.data.data.length <= 2);

const missing = await client.GET("/v2/notes/{note_id}", {
  params: { path: { note_id: "00000000-0000-4000-8000-000000000000" } },
});
assert.equal(missing.error.code, "not_found");
console.log("openapi-fetch: fine");
