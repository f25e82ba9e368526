"""Times the efficiency frontier among many districts in the whole program, from loading to the answer.

Usage: frontier.py TELAAH [COUNT...]; the data are made from a fixed seed in a temporary folder.
"""

import os
import random
import subprocess
import sys
import tempfile
import time


def make(folder, count):
    """Writes a dataset of districts with spending, staff and the values of two indicators."""
    draw = random.Random(count)
    os.makedirs(folder)

    def table(name, header, rows):
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
            file.write(header + "\n")
            file.writelines(",".join(str(value) for value in row) + "\n" for row in rows)

    units = [f"Kecamatan {number:05d}" for number in range(1, count + 1)]
    table("simpul", "kode,nama,jenjang,induk", [("P01", "Penunjang", "program", ""), ("P02", "Pelayanan", "program", "")])
    table("indikator", "kode,nama,simpul,satuan", [("AKIP", "Nilai AKIP", "P01", "nilai"), ("IKM", "Kepuasan", "P02", "nilai")])
    results, budgets, resources = [], [], []
    for unit in units:
        size = draw.lognormvariate(0, 0.5)
        staff = max(5, round(20 * size * draw.uniform(0.7, 1.3)))
        results.append((unit, 2025, "", "AKIP", 80, round(min(99, 75 + 6 * size ** 0.3 * draw.gauss(1, 0.3)), 2)))
        results.append((unit, 2025, "", "IKM", 85, round(min(100, 80 + 8 * size ** 0.2 * draw.gauss(1, 0.3)), 2)))
        for node, scale in (("P01", 2.4e9), ("P02", 3e8)):
            ceiling = round(scale * size * draw.uniform(0.8, 1.25))
            budgets.append((unit, 2025, "", node, ceiling, round(ceiling * draw.uniform(0.82, 1.0))))
        resources.append((unit, 2025, "SDM", "total", "", staff * 2, staff))
    table("kinerja", "unit,tahun,periode,kode,target,realisasi", results)
    table("anggaran", "unit,tahun,periode,simpul,pagu,realisasi", budgets)
    table("sumberdaya", "unit,tahun,jenis,kategori,kode,kebutuhan,tersedia", resources)
    table("aturan", "kunci,nilai", [("skala_capaian", "capaian-110"), ("tahun_laporan", 2025)])


def main():
    program = sys.argv[1]
    counts = [int(text) for text in sys.argv[2:] if text.isdigit()] or [911, 1822, 3644, 7288]
    question = "efisiensi metode=dea masukan=belanja,sdm keluaran=AKIP,IKM"
    print("| garis depan, 2 masukan, 2 keluaran | seconds | units/s |")
    print("| --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            path = os.path.join(folder, str(count))
            make(path, count)
            seconds = []
            for _ in range(3):
                start = time.perf_counter()
                command = [program, "-c", f"muat {path}", "-c", question]
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                seconds.append(time.perf_counter() - start)
            median = sorted(seconds)[1]
            print(f"| telaah, {count} units, whole process | {median:.2f} | {count / median:.0f} |")


main()
