"""Times notebooks in the whole program: replaying, exporting, and growth with the number of cells.

Usage: notebook.py TELAAH DATASET; the notebooks are made in a temporary folder.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

COMMANDS = [
    "capaian", "capaian pko=ya", "hitung IPP", "hitung rata(IKM.*)", "lihat AKIP", "jelaskan IKPP", "tren AKIP",
    "banding AKIP", "efisiensi", "sumberdaya", "capaian P01", "hitung serapan(P01)", "tren IKM", "kktp tampil",
]


def write(path, commands):
    """Writes a notebook with one cell for every command."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\ntelaah: 1\njudul: Uji waktu\n---\n\n# Uji waktu\n")
        for command in commands:
            file.write(f"\n```telaah\n{command}\n```\n")


def best(words, runs=7):
    """The least and the middle time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    times.sort()
    return times[0], times[len(times) // 2]


def main():
    program, dataset = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(dataset, os.path.join(folder, "data"))
        path = os.path.join(folder, "uji.md")
        write(path, ["muat data"] + (COMMANDS * 3)[:29])
        print("case                                  best ms  median ms")
        cases = [("replay 30 commands", [program, "putar", path])]
        for ending in ("html", "docx", "xlsx", "ipynb"):
            cases.append((f"the same, exported as {ending}", [program, "putar", path, f"keluaran={folder}/uji.{ending}"]))
        write(os.path.join(folder, "naskah.md"), ["muat data", "naskah lengkap"])
        cases.append(
            ("draft of the whole chapter as html",
             [program, "putar", f"{folder}/naskah.md", f"keluaran={folder}/naskah.html"]))
        for name, words in cases:
            least, middle = best(words)
            print(f"{name:<38}{least * 1000:>7.0f}{middle * 1000:>11.0f}")
        report = os.path.join(folder, "naskah.html")
        least, middle = best([program, "verifikasi", report])
        print(f"{'verification of that report':<38}{least * 1000:>7.0f}{middle * 1000:>11.0f}")
        for count in (500, 1000, 2000):
            write(path, ["muat data"] + ["hitung IPP"] * (count - 1))
            for name, words in ((f"{count} cells", [program, "putar", path]), (f"{count} cells, html", [program, "putar", path, f"keluaran={folder}/b.html"])):
                least, middle = best(words, runs=3)
                print(f"{name:<38}{least * 1000:>7.0f}{middle * 1000:>11.0f}")


main()
