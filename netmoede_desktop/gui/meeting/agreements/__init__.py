"""The page of agreements, and what stands beside them."""
