#!/usr/bin/env python3
"""Writes a dataset for measuring `periksa`: FRACTION of a country of 40 million facts and 10 million claims.

usage: audit_data.py FRACTION FOLDER

Every unit has ten years of fifty indicators and, on average, 12.5 claims a year: achievements, sums, means and
percentages. One claim in a hundred is printed wrong and one in a hundred is cut off instead of rounded.
The same fraction always gives the same bytes.
"""

import os
import sys

UNITS, YEARS, INDICATORS = 80_000, range(2016, 2026), 50


def decimal(hundredths):
    """Hundredths as printed: a comma and two decimals."""
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100},{abs(hundredths) % 100:02d}"


def hundredths(numerator, denominator):
    """A ratio in hundredths, rounded half away from zero."""
    return (2 * numerator * 100 + denominator) // (2 * denominator)


def printed(right, cut, number):
    """The figure as printed: right, or wrong or cut off for one claim in a hundred each."""
    if number % 100 == 37:
        return decimal(right + 1000)
    if number % 100 == 71:
        return decimal(cut)
    return decimal(right)


def claims_of(unit, year, facts, first):
    """The claims of a unit and year as (statement, formula, figure)."""
    found = []
    for k in range(6):
        target, actual = facts[k]
        found.append((f"Capaian I{k:02d}", f"capaian(I{k:02d})", (actual * 100, target)))
    for k in range(3):
        a, b, c = (facts[k + j][1] for j in (6, 7, 8))
        found.append(("Jumlah tercetak", f"{decimal(a)} + {decimal(b)} + {decimal(c)}", (a + b + c, 100)))
    for k in range(4 if (unit + year) % 2 else 3):
        target, actual = facts[k + 20]
        found.append(("Perbandingan", f"{decimal(actual)}/{decimal(target)}*100", (actual * 100, target)))
    rows = []
    for offset, (statement, formula, (numerator, denominator)) in enumerate(found):
        figure = printed(hundredths(numerator, denominator), numerator * 100 // denominator, first + offset)
        rows.append((statement, formula, figure))
    return rows


def main():
    fraction, folder = float(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    units = max(1, round(UNITS * fraction))
    with open(f"{folder}/indikator.csv", "w") as file:
        file.write("kode,nama,satuan,min,maks\n")
        for k in range(INDICATORS):
            file.write(f"I{k:02d},Indikator {k:02d},nilai,0,100\n")
    facts = open(f"{folder}/kinerja.csv", "w", buffering=1 << 20)
    claims = open(f"{folder}/klaim.csv", "w", buffering=1 << 20)
    facts.write("unit,tahun,periode,kode,target,realisasi,sumber,baris\n")
    claims.write("unit,tahun,periode,pernyataan,ungkapan,tercetak,sumber,baris\n")
    seed, count = 12345, 0
    for unit in range(units):
        name = f"Unit {unit:05d}"
        for year in YEARS:
            row, lines = [], []
            for k in range(INDICATORS):
                seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
                target, actual = 5000 + (seed >> 8) % 4001, 4000 + (seed >> 16) % 5001
                row.append((target, actual))
                lines.append(f"{name},{year},,I{k:02d},{target / 100:.2f},{actual / 100:.2f},Tabel 1,{k + 1}\n")
            facts.write("".join(lines))
            rows = claims_of(unit, year, row, count)
            claims.write("".join(
                f'{name},{year},,{s},"{e}","{p}",Tabel {k % 9 + 1},{k + 1}\n' for k, (s, e, p) in enumerate(rows)))
            count += len(rows)
    facts.close()
    claims.close()
    print(f"{units} unit, {units * len(YEARS) * INDICATORS} fakta, {count} klaim")


if __name__ == "__main__":
    main()
