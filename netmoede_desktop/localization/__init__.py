"""The languages of the interface and the papers, and where the shipped data files lie."""
