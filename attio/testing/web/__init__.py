"""The page that a served workspace shows at `/`: objects, lists, records, and the last requests with their answers."""
