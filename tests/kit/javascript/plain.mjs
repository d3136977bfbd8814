// A client of Attio's API as somebody would write one in JavaScript, with nothing but fetch.
import assert from "node:assert/strict";

const base = process.env.ATTIO_URL;
const headers = { Authorization: `Bearer ${process.env.ATTIO_API_KEY}`, "Content-Type": "application/json" };

async function ask(method, path, body) {
  const response = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}

const self = await ask("GET", "/v2/self");
assert.equal(self.body.workspace_name, "Harbour Light");
assert.ok(self.headers.get("x-attio-execution-id"));

const values = { name: "Ada Lovelace", email_addresses: ["ada@analytical.example"], description: "Zählt – auch 数" };
const made = await ask("POST", "/v2/objects/people/records", { data: { values } });
assert.equal(made.status, 200);
const id = made.body.data.id.record_id;

const got = await ask("GET", `/v2/objects/people/records/${id}`);
assert.equal(got.body.data.values.description[0].value, values.description);

const again = await ask("POST", "/v2/objects/people/records", { data: { values } });
assert.deepEqual([again.status, again.body.code], [400, "uniqueness_conflict"]);

const changed = await ask("PATCH", `/v2/objects/people/records/${id}`, { data: { values: { job_title: "Countess" } } });
assert.equal(changed.body.data.values.job_title[0].value, "Countess");

let offset = 0;
const seen = new Set();
for (;;) {
  const page = await ask("POST", "/v2/objects/people/records/query", { limit: 4, offset });
  page.body.data.forEach((record) => seen.add(record.id.record_id));
  if (page.body.data.length < 4) break;
  offset += 4;
}
assert.ok(seen.has(id) && seen.size >= 9);

const found = await ask("POST", "/v2/objects/people/records/query", { filter: { job_title: "Countess" } });
assert.deepEqual(found.body.data.map((record) => record.id.record_id), [id]);

const form = new FormData();
form.set("object", "people");
form.set("record_id", id);
form.set("file", new Blob([new Uint8Array([0, 255, 10, 13])], { type: "application/octet-stream" }), "bytes.bin");
const uploaded = await fetch(`${base}/v2/files/upload`, {
  method: "POST",
  headers: { Authorization: headers.Authorization },
  body: form,
});
assert.equal(uploaded.status, 201);
const fileId = (await uploaded.json()).data.id.file_id;
const download = await fetch(`${base}/v2/files/${fileId}/download`, { headers });
assert.deepEqual([...new Uint8Array(await download.arrayBuffer())], [0, 255, 10, 13]);

const many = await Promise.all(
  Array.from({ length: 40 }, (_, n) => ask("POST", "/v2/objects/companies/records", { data: { values: { name: `Firm ${n}` } } })),
);
assert.ok(many.every((each) => each.status === 200));
assert.equal(new Set(many.map((each) => each.body.data.id.record_id)).size, 40);

assert.equal((await ask("DELETE", `/v2/objects/people/records/${id}`)).status, 200);
assert.equal((await ask("GET", `/v2/objects/people/records/${id}`)).body.code, "not_found");
const stranger = await fetch(`${base}/v2/objects`, { headers: { Authorization: `Bearer ${"x".repeat(64)}` } });
assert.equal(stranger.status, 401);
console.log("plain fetch: fine");
