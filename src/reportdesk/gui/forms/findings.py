# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'findings.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QFrame,
    QGridLayout, QHBoxLayout, QLabel, QListView,
    QPushButton, QSizePolicy, QSpacerItem, QToolButton,
    QVBoxLayout, QWidget)

from reportdesk.gui.findings.cards import CardList

class Ui_Findings(object):
    def setupUi(self, Findings):
        if not Findings.objectName():
            Findings.setObjectName(u"Findings")
        self.outer = QVBoxLayout(Findings)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 8, 12, 8)
        self.next_row = QHBoxLayout()
        self.next_row.setSpacing(4)
        self.next_row.setObjectName(u"next_row")
        self.next_step = QPushButton(Findings)
        self.next_step.setObjectName(u"next_step")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.next_step.sizePolicy().hasHeightForWidth())
        self.next_step.setSizePolicy(sizePolicy)

        self.next_row.addWidget(self.next_step)

        self.agenda = QPushButton(Findings)
        self.agenda.setObjectName(u"agenda")

        self.next_row.addWidget(self.agenda)


        self.outer.addLayout(self.next_row)

        self.chips = QWidget(Findings)
        self.chips.setObjectName(u"chips")
        self.error = QToolButton(self.chips)
        self.error.setObjectName(u"error")
        self.error.setCheckable(True)
        self.error.setChecked(True)
        self.warning = QToolButton(self.chips)
        self.warning.setObjectName(u"warning")
        self.warning.setCheckable(True)
        self.warning.setChecked(True)
        self.hint = QToolButton(self.chips)
        self.hint.setObjectName(u"hint")
        self.hint.setCheckable(True)
        self.hint.setChecked(True)
        self.unwritten = QToolButton(self.chips)
        self.unwritten.setObjectName(u"unwritten")
        self.unwritten.setCheckable(True)
        self.unwritten.setChecked(True)

        self.outer.addWidget(self.chips)

        self.scope = QComboBox(Findings)
        self.scope.setObjectName(u"scope")

        self.outer.addWidget(self.scope)

        self.peace_box = QWidget(Findings)
        self.peace_box.setObjectName(u"peace_box")
        self.peace_column = QVBoxLayout(self.peace_box)
        self.peace_column.setSpacing(8)
        self.peace_column.setObjectName(u"peace_column")
        self.peace_column.setContentsMargins(0, 48, 0, 0)
        self.peace_sign = QLabel(self.peace_box)
        self.peace_sign.setObjectName(u"peace_sign")
        self.peace_sign.setText(u"\u2713")
        self.peace_sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        self.peace_column.addWidget(self.peace_sign)

        self.peace = QLabel(self.peace_box)
        self.peace.setObjectName(u"peace")
        self.peace.setWordWrap(True)
        self.peace.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        self.peace_column.addWidget(self.peace)

        self.first_blank = QPushButton(self.peace_box)
        self.first_blank.setObjectName(u"first_blank")

        self.peace_column.addWidget(self.first_blank, 0, Qt.AlignmentFlag.AlignHCenter)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.peace_column.addItem(self.below)


        self.outer.addWidget(self.peace_box)

        self.list = CardList(Findings)
        self.list.setObjectName(u"list")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(False)

        self.outer.addWidget(self.list)

        self.actions = QWidget(Findings)
        self.actions.setObjectName(u"actions")
        self.button_grid = QGridLayout(self.actions)
        self.button_grid.setSpacing(4)
        self.button_grid.setObjectName(u"button_grid")
        self.button_grid.setContentsMargins(0, 0, 0, 0)
        self.jump = QPushButton(self.actions)
        self.jump.setObjectName(u"jump")

        self.button_grid.addWidget(self.jump, 0, 0, 1, 1)

        self.accept = QPushButton(self.actions)
        self.accept.setObjectName(u"accept")

        self.button_grid.addWidget(self.accept, 0, 1, 1, 1)

        self.table = QPushButton(self.actions)
        self.table.setObjectName(u"table")

        self.button_grid.addWidget(self.table, 1, 0, 1, 1)

        self.take = QPushButton(self.actions)
        self.take.setObjectName(u"take")

        self.button_grid.addWidget(self.take, 1, 1, 1, 1)

        self.unfold = QPushButton(self.actions)
        self.unfold.setObjectName(u"unfold")

        self.button_grid.addWidget(self.unfold, 2, 0, 1, 2)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_grid.addItem(self.gap, 0, 2, 1, 1)


        self.outer.addWidget(self.actions)


        self.retranslateUi(Findings)

        QMetaObject.connectSlotsByName(Findings)
    # setupUi

    def retranslateUi(self, Findings):
        self.agenda.setText(QCoreApplication.translate("Findings", u"\u5168\u90e8", None))
#if QT_CONFIG(tooltip)
        self.agenda.setToolTip(QCoreApplication.translate("Findings", u"\u8fd8\u8981\u505a\u4ec0\u4e48\uff1a\u5404\u9875\u8fd8\u5dee\u4ec0\u4e48\uff0c\u79bb\u671f\u9650\u8fd8\u6709\u51e0\u5929\uff08F11\uff09", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.agenda.setAccessibleName(QCoreApplication.translate("Findings", u"\u8fd8\u8981\u505a\u4ec0\u4e48", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.scope.setAccessibleName(QCoreApplication.translate("Findings", u"\u770b\u54ea\u4e00\u9875\u7684\u95ee\u9898", None))
#endif // QT_CONFIG(accessibility)
        self.first_blank.setText(QCoreApplication.translate("Findings", u"\u5230\u7b2c\u4e00\u4e2a\u7a7a\u683c", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Findings", u"\u95ee\u9898\u5217\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.jump.setText(QCoreApplication.translate("Findings", u"\u8df3\u8f6c", None))
#if QT_CONFIG(tooltip)
        self.jump.setToolTip(QCoreApplication.translate("Findings", u"\u5230\u51fa\u95ee\u9898\u7684\u5730\u65b9\uff08\u56de\u8f66\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.accept.setText(QCoreApplication.translate("Findings", u"\u63a5\u53d7\u5e76\u8bf4\u660e\u2026", None))
#if QT_CONFIG(tooltip)
        self.accept.setToolTip(QCoreApplication.translate("Findings", u"\u60c5\u51b5\u5c5e\u5b9e\uff0c\u5199\u660e\u539f\u56e0\u540e\u4e0d\u518d\u63d0\u793a\uff08Ctrl+J\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.table.setText(QCoreApplication.translate("Findings", u"\u8f6c\u5230\u8868\u4e2d\u7684\u683c\u5b50", None))
#if QT_CONFIG(tooltip)
        self.table.setToolTip(QCoreApplication.translate("Findings", u"\u5230\u8868\u91cc\u7684\u90a3\u4e00\u683c\u53bb\u6539\uff08Alt+Shift+\u56de\u8f66\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.take.setText(QCoreApplication.translate("Findings", u"\u91c7\u7528\u8868\u4e2d\u6570\u5b57", None))
#if QT_CONFIG(tooltip)
        self.take.setToolTip(QCoreApplication.translate("Findings", u"\u628a\u6587\u5b57\u91cc\u7684\u6570\u6539\u6210\u8868\u4e2d\u7684\u6570\uff0c\u53ef\u4ee5\u64a4\u9500\uff08Alt+\u56de\u8f66\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.unfold.setText(QCoreApplication.translate("Findings", u"\u9010\u5904\u5217\u51fa", None))
#if QT_CONFIG(tooltip)
        self.unfold.setToolTip(QCoreApplication.translate("Findings", u"\u5217\u51fa\u6216\u6536\u8d77\u7275\u8fde\u7684\u6bcf\u4e00\u5904\uff08\u2192 \u5217\u51fa\uff0c\u2190 \u6536\u8d77\uff09", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

