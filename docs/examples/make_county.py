"""Lays out a made-up county of 49 units, as its reports arrive.

To be called as `.venv/bin/python docs/examples/make_county.py FOLDER`.

Files of many kinds, a wrong year, a unit twice, a .zip, a table that does not add up, words copied, units
missing, and the roster. Every name is invented.
"""

from __future__ import annotations

import json
import random
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.writers import render

SAMPLE = Path(__file__).with_name("yunxi-2024.json")
GOVERNMENT = "云溪县人民政府"
OFFICES = (
    "人民政府办公室 发展和改革局 教育局 科学技术局 工业和信息化局 公安局 "
    "民政局 司法局 财政局 人力资源和社会保障局 自然资源局 生态环境局 "
    "住房和城乡建设局 交通运输局 水务局 农业农村局 商务局 文化和旅游局 "
    "卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 "
    "医疗保障局 乡村振兴局 城市管理局 林业局 信访局 数据局 "
    "档案局 气象局"
)
TOWNS = "城关 清河 长岭 石桥 柳林 东川 西坝 南湾 北山 青石 白水 红岩 平安 新集 大营 双河"
KINDS = (".docx", ".html", ".docx", ".xlsx", ".rdesk")
RECEIVED, GRANTED = "requests.received.natural_person", "requests.granted.natural_person"
VOCABULARY = "公开平台制度解读回应依申请答复期限栏目更新及时准确培训考核监督审查清理渠道评议整改提升便民服务"


def main(folder: Path) -> None:
    """Write the roster and the folder of what has arrived."""
    received = folder / "收到"
    received.mkdir(parents=True, exist_ok=True)
    units = [f"云溪县{name}" for name in OFFICES.split()]
    units += [f"云溪县{name}镇人民政府" for name in TOWNS.split()]
    (folder / "单位名单.csv").write_text(roster(units), encoding="utf-8-sig")
    for number, unit in enumerate(units):
        # Three have not filed yet.
        if number not in {16, 27, 40}:
            report = report_of(unit, number)
            (received / f"{name_of(unit, number)}{KINDS[number % 5]}").write_bytes(
                render(report, KINDS[number % 5])
            )
    spoil(received, units)


def roster(units: list[str]) -> str:
    """The roster as a table of text."""
    lines = ["单位,简称,类别,联系人,电话", f"{GOVERNMENT},县政府,政府,,"]
    for number, unit in enumerate(units):
        group = "乡镇街道" if unit.endswith("镇人民政府") else "部门"
        short = unit.removeprefix("云溪县").removesuffix("人民政府")
        lines.append(f"{unit},{short},{group},{'赵钱孙李周吴郑王'[number % 8]}某,0000-55{number:02}00")
    return "\n".join(lines) + "\n"


def put(received: Path, unit: str, number: int, report: Report) -> None:
    """Write a unit's report as the kind of file that it uses."""
    kind = KINDS[number % len(KINDS)]
    (received / f"{name_of(unit, number)}{kind}").write_bytes(render(report, kind))


def name_of(unit: str, number: int) -> str:
    """The name of a file as offices choose it."""
    short = unit.removeprefix("云溪县")
    return (unit, f"{short}2024年政府信息公开工作年度报告", short)[number % 3]


def report_of(unit: str, number: int, *, year: int = 2024) -> Report:
    """A sound report of a unit with figures and words of its own."""
    sample = read_report(SAMPLE)
    chosen = random.Random(number)
    more = chosen.randint(0, 9)
    cells = dict(sample.cells) | {
        RECEIVED: sample.cells[RECEIVED] + more,
        GRANTED: sample.cells[GRANTED] + more,
    }
    prose = "".join(chosen.choice(VOCABULARY) + ("，" if place % 17 == 16 else "") for place in range(260))
    texts = dict(sample.texts) | {
        "problems": f"存在的主要问题：一是{prose[:120]}。\n改进情况：针对上述问题，{prose[120:240]}。",
        "overview": f"（一）主动公开\n{prose}。\n（二）依申请公开\n按时答复。\n（三）政府信息管理\n"
        "制度健全。\n（四）政府信息公开平台建设\n专栏及时更新。\n（五）监督保障\n定期检查。",
    }
    words = {"organ": unit, "year": year, "title": "", "signature_organ": "", "last": None, "notes": ()}
    return replace(sample, cells=cells, texts=texts, **words)


def spoil(received: Path, units: list[str]) -> None:
    """What goes wrong in any county: see the module."""
    put(received, units[5], 5, report_of(units[5], 5, year=2023))
    wrong = report_of(units[10], 10)
    cells = {**wrong.cells, "requests.carried_in.natural_person": 9}
    put(received, units[10], 10, replace(wrong, cells=cells))
    again = replace(report_of(units[12], 99), organ=units[12])
    (received / "住建局（修改稿）.docx").write_bytes(render(again, ".docx"))
    put(received, units[34], 34, replace(report_of(units[34], 34), texts=report_of(units[33], 33).texts))
    data = json.loads(render(report_of(units[20], 20), ".json"))
    data["cells"]["disputes.reconsideration.upheld"] = None
    (received / f"{name_of(units[20], 20)}{KINDS[0]}").unlink()
    (received / f"{name_of(units[20], 20)}.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (received / f"{name_of(units[31], 31)}{KINDS[31 % 5]}").unlink()
    (received / "气象局.docx").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(received / "乡镇.zip", "w") as package:
        for number in (41, 42, 43):
            path = received / f"{name_of(units[number], number)}{KINDS[number % 5]}"
            package.write(path, path.name)
            path.unlink()
    (received / "通讯录.txt").write_text("联系人名单，不是报告。", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
