"""All commands of a window, made once, for whoever connects them to entries, keys and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.gui.commands.doctor import DoctorCommands
from reportdesk.gui.commands.editing.edit import EditCommands
from reportdesk.gui.commands.editing.search import SearchCommands
from reportdesk.gui.commands.editing.words import WordCommands
from reportdesk.gui.commands.files.begin import BeginCommands
from reportdesk.gui.commands.files.files import FileCommands
from reportdesk.gui.commands.files.recovery import RecoveryCommands
from reportdesk.gui.commands.files.replaced import ReplacedCommands
from reportdesk.gui.commands.files.save import SaveCommands
from reportdesk.gui.commands.help import HelpCommands
from reportdesk.gui.commands.outgoing.charts import ChartCommands
from reportdesk.gui.commands.outgoing.export import ExportCommands
from reportdesk.gui.commands.outgoing.papers import PaperCommands
from reportdesk.gui.commands.outgoing.preview import PreviewCommands

if TYPE_CHECKING:
    from reportdesk.gui.commands.collecting import CollectingCommands
    from reportdesk.gui.shell import Shell


class Commands(NamedTuple):
    """What a clerk can have done, by what it is done with."""

    files: FileCommands
    save: SaveCommands
    export: ExportCommands
    begin: BeginCommands
    recovery: RecoveryCommands
    edit: EditCommands
    words: WordCommands
    collecting: CollectingCommands
    papers: PaperCommands
    charts: ChartCommands
    preview: PreviewCommands
    search: SearchCommands
    doctor: DoctorCommands
    help: HelpCommands
    replaced: ReplacedCommands

    @classmethod
    def of(cls, window: Shell, collecting: CollectingCommands) -> Commands:
        """Return the commands that act for a window; those of 汇总 are the same for all."""
        export = ExportCommands(window)
        return cls(
            FileCommands(window),
            SaveCommands(window),
            export,
            BeginCommands(window),
            RecoveryCommands(window),
            EditCommands(window),
            WordCommands(window),
            collecting,
            PaperCommands(window),
            ChartCommands(window),
            PreviewCommands(window, export.export),
            SearchCommands(window),
            DoctorCommands(window),
            HelpCommands(window),
            ReplacedCommands(window),
        )
