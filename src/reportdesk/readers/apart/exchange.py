"""How a worker and its asker talk: what stands before a question and an answer, and the limits both know."""

from __future__ import annotations

import struct

#: A question: the bytes of its first part (a Request as JSON) and of the file that follows.
QUESTION = struct.Struct("<II")
#: An answer: its bytes, and what becomes of the worker.
ANSWER = struct.Struct("<IB")
#: What becomes of the worker: it goes on, is replaced, or the question is for a fresh one.
GOES_ON, REPLACE, ASK_FRESH = 0, 1, 2

#: The word, behind the job's, by which a worker is started that will be asked of many files.
OF_MANY = "many"

#: Ample for any report: the largest ones seen take a tenth of it.
MEMORY_BYTES = 1024 * 1024 * 1024
