"""Er mødet klar? Rules over facts, computed anew each time; nothing is ticked."""
