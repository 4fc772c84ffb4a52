"""What the room sees. Imports nothing of the services but the values it shows."""
