"""Er mødet klar? Rules over facts, computed each time; nothing is ticked."""
