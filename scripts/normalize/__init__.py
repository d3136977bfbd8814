"""Turn Attio's OpenAPI file into the package `attio_openapi`: small pure steps, and the build around them."""

from __future__ import annotations
