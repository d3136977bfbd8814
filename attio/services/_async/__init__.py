"""Services as async clients run them."""
