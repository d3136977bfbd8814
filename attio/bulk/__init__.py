"""Many records: reports, results and the journal. No client is needed for any of it.

`client.people.bulk_upsert(...)` and its like are methods of the resources, `attio.Batch` and `attio.Outbox` are
at the package root; what they give back and what they keep on disk is here.
"""

from __future__ import annotations
