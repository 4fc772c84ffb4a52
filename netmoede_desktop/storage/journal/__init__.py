"""The journal of running meetings: its rows, its codec, and the lines that are being written."""
