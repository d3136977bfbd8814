"""Record one cassette for each operation of Attio's API."""
