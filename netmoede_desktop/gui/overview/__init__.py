"""The first page: what runs, what is today, what comes, what waits."""
