#!/usr/bin/env python3
"""Measures how long a program takes until a text stands on its terminal, and beside it how long another one takes to end.

Usage: first-prompt.py [-n RUNS] TEXT COMMAND [ARG ...] -- OTHER [ARG ...]

Each run of COMMAND gets a terminal of its own and ends as soon as TEXT was seen; OTHER runs to its end, at a terminal
too. The two take turns, so that both meet the same load. Prints the median, the least and the ratio.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time

PATIENCE = 60


def run(command, text):
    """Seconds until the text is seen, or until the end if there is no text to wait for."""
    begun = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvp(command[0], command)
    seen = b""
    while text is None or text not in seen:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            sys.exit("nothing came for %d s; so far: %r" % (PATIENCE, seen))
        try:
            octets = os.read(terminal, 65536)
        except OSError:  # Linux: everybody has closed the other end
            octets = b""
        if not octets:
            if text is not None:
                sys.exit("it ended before %r was seen: %r" % (text, seen))
            break
        seen += octets
    took = time.monotonic() - begun
    os.close(terminal)
    try:
        os.kill(pid, signal.SIGHUP)
    except ProcessLookupError:
        pass
    os.waitpid(pid, 0)
    return took


def main(arguments):
    runs = 11
    if arguments[:1] == ["-n"]:
        runs, arguments = int(arguments[1]), arguments[2:]
    if len(arguments) < 4 or "--" not in arguments:
        sys.exit(__doc__)
    text, command = arguments[0].encode(), arguments[1:]
    command, other = command[: command.index("--")], command[command.index("--") + 1 :]
    prompts, ends = [], []
    for number in range(runs + 1):
        prompt, end = run(command, text), run(other, None)
        if number > 0:  # the first warms the caches up
            prompts.append(prompt)
            ends.append(end)
    for name, times in ((command[0], prompts), (other[0], ends)):
        print("%-40s median %.3f s, least %.3f s" % (name, statistics.median(times), min(times)))
    print("ratio of the medians %.2f" % (statistics.median(prompts) / statistics.median(ends)))


main(sys.argv[1:])
