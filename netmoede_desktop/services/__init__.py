"""Use cases: the requests a person can make, one transaction each; the only entrance for the faces."""
