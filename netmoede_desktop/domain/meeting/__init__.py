"""The running meeting: a fold over its events.

`decide` turns a command into events or refuses it, `evolve` folds one event into the state, `history` holds the states
for undo, `queries` answers the screens. Nothing here reads a clock.
"""
