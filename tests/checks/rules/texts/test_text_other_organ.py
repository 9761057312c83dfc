"""text.other_organ: a neighbour's name where the report speaks of itself, and nothing else."""

from dataclasses import replace

import pytest

from reportdesk.checks.finding import Finding
from tests.prose.judged import findings, report


def found(text: str, organ: str = "云溪县自然资源和规划局", signed: str = "") -> list[Finding]:
    judged = replace(report(text), organ=organ, signature_organ=signed, title="")
    return [one for one in findings(judged) if one.code == "text.other_organ"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2024年，我镇主动公开信息120条。", "我镇"),
        ("本街道高度重视信息公开工作。", "本街道"),
        ("2024年，清河县水利局主动公开信息120条。", "清河县水利局"),
        ("（一）主动公开。\n县水利局共收到申请3件。", "县水利局"),
        ("清河镇人民政府认真贯彻《条例》。", "清河镇人民政府"),
    ],
)
def test_another_organ_that_speaks_of_itself_is_named(text: str, quote: str) -> None:
    (finding,) = found(text)
    assert (finding.severity, finding.quote) == ("warning", quote)
    assert "云溪县自然资源和规划局" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "2024年，云溪县自然资源和规划局主动公开信息120条。",
        "县自规局共收到申请3件，资规局受理申请3件。",
        "我局高度重视，本局面向社会公开，我县、我区、我市的情况如下。",
        "县政府高度重视政务公开。云溪县人民政府制发文件3件。",
        "县委、县政府高度重视。县委县政府坚持公开为民。",
        "各镇街道主动公开信息。各有关局收到通知后及时公开。",
        "配合县水利局、县司法局开展培训，县水利局组织现场会。",
        "受托于县住建局开展调查。",
        "收到申请后转县水利局办理。",
        "局党组坚持把公开摆在重要位置。",
    ],
)
def test_its_own_names_superiors_and_bodies_that_are_cited_are_left_alone(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "现公布清河县水利局2024年政府信息公开工作年度报告。",
        "本报告由清河县水利局办公室编制。",
        "如有疑问，请与清河县水利局政务公开科联系。",
        "本报告电子版可在“清河县人民政府”门户网站下载，也可登录清河县人民政府网站查阅。",
        "县教育局2024年共主动公开政府信息50条。",
        "2024年度清河县水利局全年共收到申请5件。",
        "清河县水利局将进一步加强学习。",
    ],
)
def test_another_organ_in_the_frame_of_a_report_is_named(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "现公布云溪县自然资源和规划局2024年政府信息公开工作年度报告，由县自规局编制。",
        "如有疑问，请与云溪县自然资源局办公室联系，可在云溪县人民政府网站、清河市人民政府网站下载。",
        "省自然资源厅高度重视信息公开工作，市水利局主动公开信息3条。",
        "县自然资源和规划委员会主动公开信息12条。",
    ],
)
def test_superiors_and_an_office_that_changed_its_kind_are_left_alone(text: str) -> None:
    assert not found(text)


def test_a_government_speaks_of_its_departments_and_towns() -> None:
    organ = "云溪县人民政府"
    assert not found("县水利局收到申请12件。清溪镇主动公开信息30条。全县共收到申请88件。", organ)
    assert found("清河县人民政府收到申请12件。", organ)
    assert found("我局收到申请12件。", organ)


def test_a_town_is_no_bureau_and_no_other_town() -> None:
    organ = "清溪镇人民政府"
    assert not found("我镇收到申请2件。清溪镇主动公开信息。镇政府高度重视。县政府高度重视。", organ)
    assert found("我局收到申请2件。", organ)
    assert found("2024年，石桥镇共收到申请2件。", organ)


def test_the_signature_is_the_organs_own() -> None:
    (finding,) = found("", signed="清河县水利局")
    assert finding.field == "signature_organ"
    assert "落款" in finding.message
    assert not found("", signed="云溪县自然资源和规划局")
    assert not found("", signed="县自然资源和规划局")


def test_nothing_is_said_while_nobody_knows_the_organ() -> None:
    assert not found("我镇收到申请2件。", organ="")
