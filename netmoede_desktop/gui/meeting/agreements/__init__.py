"""The page of agreements and its side panels."""
