"""Divides the time of a warm document among its stretches, by the system calls between them.

Reads what `perf script -F comm,pid,time,event,trace` prints of `kongresume bench compile --way warm`, in which one document
follows another (`make timeline` does all of it), and writes the median of each stretch in milliseconds.
"""

import re
import statistics
import sys

LINE = re.compile(r"^\s*(\S+)\s+(\d+)\s+([\d.]+):\s+syscalls:sys_(enter|exit)_(\w+): ?(.*)$")

# Each begins where the one before ends.
STRETCHES = [
    ("asked", "given", "the pool's thread wakes and makes the job's files"),
    ("given", "job", "the child wakes"),
    ("job", "body", "pdfTeX reads the body and typesets it"),
    ("body", "ends", "the document ends; its last page begins"),
    ("ends", "page", "the page is drawn"),
    ("page", "result", "fonts' objects, metadata, cross-references; PDF and log are written"),
    ("result", "taken", "the pool's thread wakes and reads PDF and log"),
]


def descriptor(arguments):
    match = re.match(r"fd: 0x([0-9a-f]+)", arguments)
    return int(match[1], 16) if match else None


def documents(lines):
    marks, process, files = {}, None, 0
    for text in lines:
        match = LINE.match(text)
        if not match:
            continue
        command, number, time = match[1], match[2], float(match[3])
        call, arguments = match[4] + "_" + match[5], match[6].strip()
        if command != "pdftex":
            if call == "enter_write" and arguments.endswith("count: 0x00000008") and "given" not in marks:
                marks, process, files = {"asked": time}, None, 0
            elif call == "enter_memfd_create":
                files += 1
            elif call == "enter_sendmsg" and files == 3 and "given" not in marks:
                marks["given"] = time
            elif call == "exit_pread64" and "result" in marks:
                marks["taken"] = time
            elif call == "enter_write" and "taken" in marks:
                yield marks
                marks, process, files = {"asked": time}, None, 0
            continue
        if call == "exit_recvmsg" and arguments == "0x4" and "given" in marks and process is None:
            process, marks["job"] = number, time
        if number != process:
            continue
        if call == "enter_read":
            marks["body"], marks["input"] = time, descriptor(arguments)
        elif call == "enter_fcntl" and descriptor(arguments) != marks.get("input") and "body" in marks:
            marks.setdefault("ends", time)
        elif call == "enter_lseek":
            marks["page"] = time
        elif call == "enter_sendto":
            marks["result"] = time


def main():
    found = [marks for marks in documents(sys.stdin) if all(end in marks for _, end, _ in STRETCHES)]
    if not found:
        sys.exit("No document was found among the system calls.")
    print(f"{len(found)} documents, median milliseconds")
    total = 0.0
    for start, end, name in STRETCHES:
        median = statistics.median((marks[end] - marks[start]) * 1000 for marks in found)
        total += median
        print(f"{median:7.2f}  {name}")
    print(f"{total:7.2f}  in all, before the server makes the PDF of it")


main()
