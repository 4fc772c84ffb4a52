"""The running meeting: a fold over its events.

`decide` turns a command into events or refuses it, `evolve` folds one event into the state, `history` keeps what undo
needs, `queries` answers what the screens ask. Nothing here reads a clock.
"""
