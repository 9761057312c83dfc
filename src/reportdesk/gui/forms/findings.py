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
    QHBoxLayout, QLabel, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QToolButton, QVBoxLayout,
    QWidget)

from reportdesk.gui.findings.cards import CardList

class Ui_Findings(object):
    def setupUi(self, Findings):
        if not Findings.objectName():
            Findings.setObjectName(u"Findings")
        self.outer = QVBoxLayout(Findings)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 8, 12, 8)
        self.severity_row = QHBoxLayout()
        self.severity_row.setSpacing(4)
        self.severity_row.setObjectName(u"severity_row")
        self.error = QToolButton(Findings)
        self.error.setObjectName(u"error")
        self.error.setCheckable(True)
        self.error.setChecked(True)

        self.severity_row.addWidget(self.error)

        self.warning = QToolButton(Findings)
        self.warning.setObjectName(u"warning")
        self.warning.setCheckable(True)
        self.warning.setChecked(True)

        self.severity_row.addWidget(self.warning)

        self.hint = QToolButton(Findings)
        self.hint.setObjectName(u"hint")
        self.hint.setCheckable(True)
        self.hint.setChecked(True)

        self.severity_row.addWidget(self.hint)

        self.severity_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.severity_row.addItem(self.severity_gap)


        self.outer.addLayout(self.severity_row)

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
        self.button_row = QHBoxLayout(self.actions)
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.button_row.setContentsMargins(0, 0, 0, 0)
        self.jump = QPushButton(self.actions)
        self.jump.setObjectName(u"jump")

        self.button_row.addWidget(self.jump)

        self.accept = QPushButton(self.actions)
        self.accept.setObjectName(u"accept")

        self.button_row.addWidget(self.accept)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)


        self.outer.addWidget(self.actions)


        self.retranslateUi(Findings)

        QMetaObject.connectSlotsByName(Findings)
    # setupUi

    def retranslateUi(self, Findings):
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
        pass
    # retranslateUi

