# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'backups.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QListWidget, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QVBoxLayout)

class Ui_Backups(object):
    def setupUi(self, Backups):
        if not Backups.objectName():
            Backups.setObjectName(u"Backups")
        Backups.resize(820, 480)
        self.outer = QVBoxLayout(Backups)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Backups)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.panes = QSplitter(Backups)
        self.panes.setObjectName(u"panes")
        self.panes.setOrientation(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.list = QListWidget(self.panes)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.panes.addWidget(self.list)
        self.inside = QPlainTextEdit(self.panes)
        self.inside.setObjectName(u"inside")
        self.inside.setReadOnly(True)
        self.panes.addWidget(self.inside)

        self.outer.addWidget(self.panes)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.restore = QPushButton(Backups)
        self.restore.setObjectName(u"restore")

        self.button_row.addWidget(self.restore)

        self.open_new = QPushButton(Backups)
        self.open_new.setObjectName(u"open_new")

        self.button_row.addWidget(self.open_new)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.close = QPushButton(Backups)
        self.close.setObjectName(u"close")

        self.button_row.addWidget(self.close)


        self.outer.addLayout(self.button_row)

        self.outer.setStretch(1, 1)

        self.retranslateUi(Backups)
        self.close.clicked.connect(Backups.reject)

        self.close.setDefault(True)


        QMetaObject.connectSlotsByName(Backups)
    # setupUi

    def retranslateUi(self, Backups):
        Backups.setWindowTitle(QCoreApplication.translate("Backups", u"\u5907\u4efd", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Backups", u"\u4ee5\u524d\u4fdd\u5b58\u7684\u7248\u672c", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.inside.setAccessibleName(QCoreApplication.translate("Backups", u"\u4e0e\u73b0\u5728\u7684\u5e74\u62a5\u6709\u4ec0\u4e48\u4e0d\u540c", None))
#endif // QT_CONFIG(accessibility)
        self.restore.setText(QCoreApplication.translate("Backups", u"\u6062\u590d\u5230\u73b0\u5728\u7684\u5e74\u62a5", None))
#if QT_CONFIG(tooltip)
        self.restore.setToolTip(QCoreApplication.translate("Backups", u"\u628a\u4e0d\u540c\u7684\u5730\u65b9\u6539\u56de\u8fd9\u4e2a\u7248\u672c\uff0c\u53ef\u4ee5\u64a4\u9500", None))
#endif // QT_CONFIG(tooltip)
        self.open_new.setText(QCoreApplication.translate("Backups", u"\u53e6\u5f00\u4e3a\u65b0\u5e74\u62a5", None))
#if QT_CONFIG(tooltip)
        self.open_new.setToolTip(QCoreApplication.translate("Backups", u"\u628a\u8fd9\u4e2a\u7248\u672c\u4f5c\u4e3a\u4e00\u4efd\u65b0\u5e74\u62a5\u6253\u5f00\uff0c\u539f\u6587\u4ef6\u4e0d\u52a8", None))
#endif // QT_CONFIG(tooltip)
        self.close.setText(QCoreApplication.translate("Backups", u"\u5173\u95ed", None))
    # retranslateUi

