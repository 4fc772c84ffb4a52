"""What may lie in a file's place: everything that is no file."""

import os
import shutil
import socket
from pathlib import Path


def put_in_place(path: Path, what: str) -> None:
    """Put a `folder`, `fifo`, `link` (to a file elsewhere), `loop` or `socket` in the place of what is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    match what:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "link":
            elsewhere = path.with_name("andet sted")
            elsewhere.write_bytes(b"en andens")
            path.symlink_to(elsewhere)
        case "loop":
            path.symlink_to(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as one:
                folder = os.open(path.parent, os.O_RDONLY)  # a socket's whole path may be 107 letters
                one.bind(f"/proc/self/fd/{folder}/{path.name}")
                os.close(folder)
        case _:
            raise ValueError(what)
